package dev.playhead.streams.progress;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a student stands in a course, as far as it does not follow from the materials.
///
/// @param marker which attempt this is, and since when
/// @param completedAt event time of the heartbeat that completed it; null until then
/// @param version of the course that it was last held against; 0 before that
public record CourseState(Marker marker, @Nullable Long completedAt, long version) {

    public static CourseState begin(Marker marker) {
        return new CourseState(marker, null, 0);
    }

    /// Holds it against the course as it is now. What was completed stays so, whatever the course
    /// became.
    ///
    /// @param shares of the course's materials; a course without any is not completed
    public CourseState held(CourseOutline outline, List<CourseShare> shares, long at) {
        boolean isCompleted = !shares.isEmpty() && shares.stream().allMatch(CourseShare::isCompleted);
        Long since = completedAt == null && isCompleted ? Long.valueOf(at) : completedAt;
        return new CourseState(marker, since, outline.version());
    }

    public CourseState reset(long at) {
        return begin(marker.reset(at));
    }

    public boolean isCompletedSince(CourseState before) {
        return completedAt != null && before.completedAt == null;
    }
}
