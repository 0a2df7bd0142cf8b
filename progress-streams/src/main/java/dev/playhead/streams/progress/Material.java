package dev.playhead.streams.progress;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.MaterialKind;
import org.jspecify.annotations.Nullable;

/// What a heartbeat says about its material.
///
/// @param courseId null where the catalog did not know the material
public record Material(@Nullable String courseId, MaterialKind kind, long durationMs) {
    static final Material UNKNOWN = new Material(null, MaterialKind.UNKNOWN, 0);

    /// As far as what is done with a short says it.
    static Material shortOf(@Nullable String courseId) {
        return new Material(courseId, MaterialKind.SHORT, 0);
    }

    static Material of(Heartbeat heartbeat) {
        return new Material(heartbeat.getCourseId(), heartbeat.getKind(), Math.max(0, heartbeat.getDurationMs()));
    }
}
