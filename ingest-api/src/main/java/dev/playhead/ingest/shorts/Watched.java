package dev.playhead.ingest.shorts;

import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.Heartbeat;
import java.math.BigDecimal;

/// A report of a short as it is to be kept, and answered.
record Watched(BigDecimal percentage, Heartbeat heartbeat) {
    private static final int PERCENT = 100;

    ProgressAnswer answer() {
        return new ProgressAnswer(true, percentage, reachesThreshold());
    }

    /// What is completed when enough of it was covered, no report shows by itself.
    private boolean reachesThreshold() {
        Long furthestMs = heartbeat.getFurthestMs();
        long reachedMs = Math.max(heartbeat.getPositionMs(), furthestMs == null ? 0 : furthestMs);
        return heartbeat.getCompletionRule() == CompletionRule.POSITION
                && reachedMs * PERCENT >= heartbeat.getDurationMs() * heartbeat.getCompletionThreshold();
    }
}
