package dev.playhead.query.progress;

import dev.playhead.query.catalog.Decimals;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a student stands in a video, as callers read it.
@Schema(name = "VideoStatus", example = VideoStatus.EXAMPLE)
public record VideoStatus(
        @Schema(description = "The latest position, in seconds, over all devices")
        BigDecimal watchTime,

        @Schema(description = "Of the video, in seconds") BigDecimal totalDuration,

        @Schema(description = "The furthest point reached; it never falls")
        BigDecimal progressPercentage,

        boolean completed,
        @Nullable Instant completedAt,

        @Schema(description = "Really watched, repeats included")
        BigDecimal watchedSeconds,

        @Nullable Instant lastWatched,

        @Schema(description = "Where a player should start; 0 within the credits")
        BigDecimal resumeAt,

        @Schema(description = "Rises with each reset") int attempt) {
    static final String EXAMPLE = """
            {"watch_time": 125.5, "total_duration": 600, "progress_percentage": 20.92, "completed": false,
             "completed_at": null, "watched_seconds": 120, "last_watched": "2026-11-21T08:00:00Z", "resume_at": 125.5,
             "attempt": 1}""";

    public static VideoStatus of(Standing standing) {
        return new VideoStatus(
                Decimals.seconds(standing.positionMs()),
                Decimals.seconds(standing.durationMs()),
                Shares.percentage(standing.share()),
                standing.isCompleted(),
                time(standing.completedAt()),
                Decimals.seconds(standing.watchedMs()),
                time(standing.lastWatchedAt()),
                Decimals.seconds(standing.resumeMs()),
                standing.attempt());
    }

    static @Nullable Instant time(@Nullable Long epochMs) {
        return epochMs == null ? null : Instant.ofEpochMilli(epochMs);
    }
}
