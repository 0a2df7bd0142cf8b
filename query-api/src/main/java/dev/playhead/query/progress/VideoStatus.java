package dev.playhead.query.progress;

import dev.playhead.query.catalog.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a student stands in a video, as callers read it.
public record VideoStatus(
        BigDecimal watchTime,
        BigDecimal totalDuration,
        BigDecimal progressPercentage,
        boolean completed,
        @Nullable Instant completedAt,
        BigDecimal watchedSeconds,
        @Nullable Instant lastWatched,
        BigDecimal resumeAt,
        int attempt) {

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
