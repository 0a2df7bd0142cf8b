package dev.playhead.query.progress;

import dev.playhead.schemas.event.Material;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Where a student stands in a material.
public record Standing(
        long positionMs,
        long furthestMs,
        long durationMs,
        long watchedMs,
        @Nullable Long lastWatchedAt,
        @Nullable Long completedAt,
        int attempt) {
    private static final int FIRST_ATTEMPT = 1;

    /// Who has seen no more than this starts again at the beginning.
    private static final long BEGINNING_MS = 5_000;

    /// The credits: this long, or a fiftieth of the whole where that is more.
    private static final long CREDITS_MS = 10_000;

    private static final long CREDITS_PART = 50;

    public static Standing neverWatched(Material material) {
        return new Standing(0, 0, material.getDurationMs(), 0, null, null, FIRST_ATTEMPT);
    }

    boolean isCompleted() {
        return completedAt != null;
    }

    BigDecimal share() {
        return Shares.of(furthestMs, durationMs);
    }

    /// What this material adds to a course: completed is completed, wherever the threshold is.
    BigDecimal shareOfCourse() {
        return isCompleted() ? Shares.ALL : share();
    }

    /// Where a player should start, so that nobody resumes into the credits. In fiftieths, so that
    /// no fraction is lost.
    long resumeMs() {
        long credits = Math.max(CREDITS_MS * CREDITS_PART, durationMs);
        boolean inCredits = positionMs * CREDITS_PART >= durationMs * CREDITS_PART - credits;
        return positionMs < BEGINNING_MS || inCredits ? 0 : positionMs;
    }
}
