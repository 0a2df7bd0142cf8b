package dev.playhead.streams.progress;

import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.Heartbeat;

/// When a material is completed, by the rule that its heartbeat is stamped with.
public final class Completion {
    private static final int PERCENT = 100;

    private Completion() {}

    static boolean isMet(long furthestMs, Watched watched, Heartbeat heartbeat) {
        long durationMs = heartbeat.getDurationMs();
        int threshold = heartbeat.getCompletionThreshold();
        return switch (heartbeat.getCompletionRule()) {
            case POSITION -> reaches(furthestMs, durationMs, threshold);
            case COVERAGE -> reaches(watched.coveredMs(durationMs), durationMs, threshold);
            // A rule that a newer ingest knows is not ours to guess.
            case UNKNOWN -> false;
        };
    }

    /// Whether a heartbeat by itself tells of a point that completes, whatever was before.
    public static boolean isReachedBy(Heartbeat heartbeat) {
        return heartbeat.getCompletionRule() == CompletionRule.POSITION
                && isMet(Fold.furthestMs(heartbeat), Watched.NOTHING, heartbeat);
    }

    /// Whether part / whole >= percent / 100, exactly: the products are compared in 128 bits.
    private static boolean reaches(long part, long whole, int percent) {
        if (whole <= 0 || percent <= 0) {
            return false;
        }
        int high = Long.compare(Math.multiplyHigh(part, PERCENT), Math.multiplyHigh(whole, percent));
        return high > 0 || (high == 0 && Long.compareUnsigned(part * PERCENT, whole * percent) >= 0);
    }
}
