package dev.playhead.streams.progress;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.Segment;

/// One step of the fold. Where the order of arrival can be ignored it is: the furthest point and
/// the times watched only grow, and the resume position goes by event time.
public final class Fold {
    private Fold() {}

    public static WatchState advance(WatchState before, Heartbeat heartbeat) {
        SessionCursor cursor = SessionCursor.of(heartbeat, inside(heartbeat, heartbeat.getPositionMs()));
        Sessions sessions = before.sessions().with(cursor);
        long furthestMs = Math.max(before.furthestMs(), furthestMs(heartbeat));
        long at = heartbeat.getOccurredAt();
        return new WatchState(
                before.attempt(),
                before.isCompleted() || !Completion.isMet(furthestMs, heartbeat)
                        ? before.completedAt()
                        : Long.valueOf(at),
                before.isUnwatched() ? at : Math.min(before.firstWatchedAt(), at),
                before.isUnwatched() ? at : Math.max(before.lastWatchedAt(), at),
                furthestMs,
                sessions.latest().equals(cursor) ? Material.of(heartbeat) : before.material(),
                sessions);
    }

    private static long furthestMs(Heartbeat heartbeat) {
        Long said = heartbeat.getFurthestMs();
        long furthest = Math.max(heartbeat.getPositionMs(), said == null ? 0 : said);
        for (Segment segment : heartbeat.getPlayed()) {
            furthest = Math.max(furthest, segment.getToMs());
        }
        return inside(heartbeat, furthest);
    }

    /// No player stands before the start or behind the end, whatever a record says.
    private static long inside(Heartbeat heartbeat, long ms) {
        return Math.clamp(ms, 0, Math.max(0, heartbeat.getDurationMs()));
    }
}
