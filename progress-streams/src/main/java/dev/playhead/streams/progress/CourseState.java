package dev.playhead.streams.progress;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where a student stands in a course, as far as it does not follow from the materials.
///
/// @param marker which attempt this is, and since when
/// @param completedAt event time of the heartbeat that completed it; null until then
/// @param version of the course that it was last held against; 0 before that
/// @param shares of the materials as that version has them
public record CourseState(Marker marker, @Nullable Long completedAt, long version, KeptShares shares) {

    public static CourseState begin(Marker marker) {
        return new CourseState(marker, null, 0, KeptShares.NONE);
    }

    /// Holds it against the course as it is now. What was completed stays so, whatever the course
    /// became.
    ///
    /// @param shares of the course's materials; a course without any is not completed
    public CourseState held(CourseOutline outline, List<CourseShare> shares, long at) {
        boolean isCompleted = !shares.isEmpty() && shares.stream().allMatch(CourseShare::isCompleted);
        Long since = completedAt == null && isCompleted ? Long.valueOf(at) : completedAt;
        return new CourseState(marker, since, outline.version(), KeptShares.NONE);
    }

    public CourseState keeping(KeptShares kept) {
        return new CourseState(marker, completedAt, version, kept);
    }

    /// Whether its shares stand in the order of that course.
    public boolean isOf(CourseOutline outline) {
        return version == outline.version()
                && shares.size() == outline.materials().size();
    }

    /// After a material's share became this one.
    public CourseState with(CourseOutline outline, CourseShare share) {
        if (!isOf(outline)) {
            return withoutShares();
        }
        KeptShares changed = shares.with(outline.materials().indexOf(share.material()), share);
        return changed == shares ? this : keeping(changed);
    }

    /// After a material's share is not the course's to know any more.
    public CourseState without(CourseOutline outline, String material) {
        if (!isOf(outline)) {
            return withoutShares();
        }
        KeptShares fewer = shares.without(outline.materials().indexOf(material));
        return fewer == shares ? this : keeping(fewer);
    }

    /// Whether the stored form of both is the same.
    public boolean isStoredAs(CourseState other) {
        return version == other.version
                && marker.equals(other.marker)
                && Objects.equals(completedAt, other.completedAt)
                && shares.areStoredAs(other.shares);
    }

    /// After there is no telling which share became another.
    public CourseState withoutShares() {
        return shares.size() == 0 ? this : keeping(KeptShares.NONE);
    }

    public CourseState reset(long at) {
        return begin(marker.reset(at));
    }

    public boolean isCompletedSince(CourseState before) {
        return completedAt != null && before.completedAt == null;
    }
}
