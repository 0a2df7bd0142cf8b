package dev.playhead.query.progress;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.playhead.query.catalog.Courses;
import dev.playhead.query.catalog.Placed;
import dev.playhead.schemas.event.Course;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a student may go on with: videos that were begun and not completed, the last watched first,
/// then of each course that was begun the first video that was not, the last watched course first.
@Schema(name = "ContinueWatching")
record ContinueAnswer(List<Item> items) {
    /// Rows that are looked at. Who has begun more is suggested nothing new: whether it was begun
    /// long ago is not known.
    static final int BEGUN_MAX = 10_000;

    private static final String RESUME = "resume";
    private static final String NEXT = "next";

    /// @param begun by material, the last watched first
    static ContinueAnswer of(Courses courses, Map<String, Standing> begun, int limit) {
        Stream<Item> next = begun.size() < BEGUN_MAX ? next(courses, begun.keySet()) : Stream.empty();
        return new ContinueAnswer(
                Stream.concat(resume(courses, begun), next).limit(limit).toList());
    }

    @Schema(name = "ContinueItem")
    record Item(
            @Schema(allowableValues = {RESUME, NEXT}) String reason,
            String courseId,
            String title,
            String videoId,
            @JsonUnwrapped VideoStatus status) {

        static Item of(String reason, Placed video, Standing standing) {
            return new Item(
                    reason, video.courseId(), video.material().getTitle(), video.id(), VideoStatus.of(standing));
        }
    }

    private static Stream<Item> resume(Courses courses, Map<String, Standing> begun) {
        return begun.entrySet().stream()
                .filter(each -> !each.getValue().isCompleted())
                .flatMap(each -> courses
                        .published(each.getKey())
                        .filter(Placed::isVideo)
                        .map(video -> Item.of(RESUME, video, each.getValue()))
                        .stream());
    }

    private static Stream<Item> next(Courses courses, Set<String> begun) {
        return begun.stream()
                .map(courses::material)
                .flatMap(Optional::stream)
                .map(Placed::courseId)
                .distinct()
                .map(courses::course)
                .flatMap(Optional::stream)
                .flatMap(course -> firstNotBegun(course, begun).stream())
                .map(video -> Item.of(NEXT, video, Standing.neverWatched(video.material())));
    }

    private static Optional<Placed> firstNotBegun(Course course, Set<String> begun) {
        return Placed.published(course).stream()
                .filter(Placed::isVideo)
                .filter(video -> !begun.contains(video.id()))
                .findFirst();
    }
}
