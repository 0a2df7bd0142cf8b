package dev.playhead.query.completions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A completion, as callers read it.
///
/// @param type the event's name
/// @param courseId null of a material of no course
/// @param materialId null of a course
record Completion(
        @Schema(description = "The same fact always has the same", format = "uuid")
        String eventId,

        @Schema(allowableValues = {"MaterialCompleted", "CourseCompleted"})
        String type,

        String studentId,
        @Nullable String courseId,
        @Nullable String materialId,
        int attempt,
        Instant completedAt) {}
