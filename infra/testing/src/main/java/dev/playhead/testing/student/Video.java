package dev.playhead.testing.student;

import dev.playhead.schemas.event.MaterialKind;
import java.time.Duration;

/// Something to watch.
public record Video(String id, MaterialKind kind, long durationMs) {
    private static final long DURATION_MS_MIN = 1_000;

    public Video {
        if (durationMs < DURATION_MS_MIN) {
            throw new IllegalArgumentException(id + " lasts " + durationMs + " ms, less than a second");
        }
    }

    public static Video of(String id, Duration duration) {
        return new Video(id, MaterialKind.VIDEO, duration.toMillis());
    }

    public static Video ofShort(String id, Duration duration) {
        return new Video(id, MaterialKind.SHORT, duration.toMillis());
    }
}
