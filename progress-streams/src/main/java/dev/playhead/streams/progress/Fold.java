package dev.playhead.streams.progress;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.Segment;
import dev.playhead.schemas.event.ShortInteraction;

/// One step of the fold. Where the order of arrival can be ignored it is: the furthest point, what
/// was watched and its times only grow, and the resume position goes by event time.
public final class Fold {
    private Fold() {}

    public static WatchState advance(WatchState before, Heartbeat heartbeat) {
        long at = heartbeat.getOccurredAt();
        if (before.marker().isBehind(at)) {
            return before;
        }
        SessionCursor cursor = SessionCursor.of(heartbeat, inside(heartbeat, heartbeat.getPositionMs()));
        Arrival arrival = before.sessions().arrival(cursor, heartbeat.getSessionId() != null);
        Credit credit = Credit.of(arrival, heartbeat, before);
        long lastWatchedAt = before.isUnwatched() ? at : Math.max(before.lastWatchedAt(), at);
        long furthestMs = Math.max(before.furthestMs(), furthestMs(heartbeat));
        Watched watched = before.watched().with(credit.spans());
        Sessions sessions = before.sessions().with(arrival, cursor, credit, lastWatchedAt);
        Material material = speaks(arrival, cursor, sessions) ? Material.of(heartbeat) : before.material();
        return new WatchState(
                before.marker(),
                before.isCompleted() || !Completion.isMet(furthestMs, watched, heartbeat)
                        ? before.completedAt()
                        : Long.valueOf(at),
                before.isUnwatched() ? at : Math.min(before.firstWatchedAt(), at),
                lastWatchedAt,
                furthestMs,
                material,
                watched,
                before.plays().of(material.durationMs()).with(credit.spans()),
                before.days().with(at, arrival.isView() ? 1 : 0, credit.lengthMs()),
                sessions,
                before.engagement());
    }

    /// What is done with a short that was never watched is kept as well.
    public static WatchState advance(WatchState before, ShortInteraction interaction) {
        return before.marker().isBehind(interaction.getOccurredAt())
                ? before
                : before.with(before.engagement().with(interaction), interaction.getCourseId());
    }

    /// Whether a heartbeat says what holds now: it moved the session that was last heard of.
    private static boolean speaks(Arrival arrival, SessionCursor cursor, Sessions after) {
        boolean hasMoved = arrival instanceof Arrival.Opening || arrival instanceof Arrival.Following;
        return hasMoved && after.latest().session() == cursor.session();
    }

    static long furthestMs(Heartbeat heartbeat) {
        Long said = heartbeat.getFurthestMs();
        long furthest = Math.max(heartbeat.getPositionMs(), said == null ? 0 : said);
        for (Segment segment : heartbeat.getPlayed()) {
            furthest = Math.max(furthest, segment.getToMs());
        }
        return inside(heartbeat, furthest);
    }

    /// No player stands before the start or behind the end, whatever a record says.
    static long inside(Heartbeat heartbeat, long ms) {
        return Math.clamp(ms, 0, Math.max(0, heartbeat.getDurationMs()));
    }
}
