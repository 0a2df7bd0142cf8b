package dev.playhead.ingest.catalog;

import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.CompletionSettings;
import dev.playhead.schemas.event.Course;
import dev.playhead.schemas.event.Material;
import dev.playhead.schemas.event.MaterialKind;
import org.jspecify.annotations.Nullable;

/// What a heartbeat of a material is stamped with.
///
/// @param courseId null where the catalog does not have the material
/// @param threshold of the rule, in percent
public record Stamp(@Nullable String courseId, MaterialKind kind, long durationMs, CompletionRule rule, int threshold) {
    /// For a platform that keeps its catalog elsewhere: the client's duration, the default rule.
    public static Stamp ofUnknownVideo(long durationMs) {
        return new Stamp(
                null, MaterialKind.VIDEO, durationMs, CompletionDefaults.RULE, CompletionDefaults.VIDEO_THRESHOLD);
    }

    /// The same of a short.
    public static Stamp ofUnknownShort(long durationMs) {
        return new Stamp(
                null, MaterialKind.SHORT, durationMs, CompletionDefaults.RULE, CompletionDefaults.SHORT_THRESHOLD);
    }

    /// The material's own word over the course's.
    static Stamp of(Course course, Material material) {
        CompletionSettings settings = course.getCompletion();
        CompletionRule rule = material.getCompletionRule();
        Integer threshold = material.getCompletionThreshold();
        return new Stamp(
                course.getCourseId(),
                material.getKind(),
                material.getDurationMs(),
                rule == null ? settings.getRule() : rule,
                threshold == null ? threshold(settings, material.getKind()) : threshold);
    }

    private static int threshold(CompletionSettings settings, MaterialKind kind) {
        return kind == MaterialKind.SHORT ? settings.getShortThreshold() : settings.getVideoThreshold();
    }
}
