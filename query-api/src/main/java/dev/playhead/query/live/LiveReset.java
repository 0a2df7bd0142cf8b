package dev.playhead.query.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.playhead.schemas.id.ProgressKey;
import org.jspecify.annotations.Nullable;

/// What is void: all that a client knows of a video of a student, of a student or of a course.
@JsonInclude(JsonInclude.Include.NON_NULL)
record LiveReset(
        @Nullable String studentId,
        @Nullable String videoId,
        @Nullable String courseId) {

    static LiveReset of(ProgressKey.OfMaterial key) {
        return new LiveReset(key.student(), key.material(), null);
    }

    static LiveReset of(Scope scope) {
        return switch (scope) {
            case Scope.OfStudent(String student) -> new LiveReset(student, null, null);
            case Scope.OfCourse(String course) -> new LiveReset(null, null, course);
        };
    }
}
