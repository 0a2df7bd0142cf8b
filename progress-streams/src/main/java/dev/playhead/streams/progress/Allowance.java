package dev.playhead.streams.progress;

import dev.playhead.schemas.event.Heartbeat;
import java.time.Duration;

/// How much of the material can have been played, given the time that passed. Seeking is not
/// watching, and watching at double speed is.
final class Allowance {
    /// A session's first heartbeat has no time before it; players report more often than this.
    static final long OPENING_MS = Duration.ofSeconds(60).toMillis();

    /// Timers are late, positions are rounded.
    private static final long SLACK_MS = 2_000;
    private static final double TOLERANCE = 1.25;

    private static final double RATE_MAX = 4;
    /// The fastest that common players offer, for those that do not say.
    private static final double RATE_UNSAID = 2;

    /// Nobody sits before more players than this.
    private static final int SESSIONS_AT_ONCE = 3;

    private Allowance() {}

    /// For the first heartbeat of a session. Whoever opens one session after the other gets no more
    /// than the time between them.
    static long opening(Sessions sessions, Heartbeat heartbeat) {
        long at = heartbeat.getOccurredAt();
        if (sessions.heardOf(OPENING_MS, at) < SESSIONS_AT_ONCE) {
            return OPENING_MS;
        }
        return Math.min(OPENING_MS, playable(at - sessions.lastHeardOf(at), heartbeat));
    }

    /// For a heartbeat that follows another of its session.
    static long following(SessionCursor previous, Heartbeat heartbeat) {
        long elapsed = heartbeat.getOccurredAt() - previous.occurredAt();
        return Math.min(playable(elapsed, heartbeat), left(previous, heartbeat));
    }

    /// For one that comes late. Whoever said more than they could have played is believed no word
    /// that comes late: it may be what was refused, said again.
    static long late(SessionCursor ahead, Heartbeat heartbeat) {
        return ahead.isOverdrawn() ? 0 : Math.min(OPENING_MS, left(ahead, heartbeat));
    }

    private static long playable(long elapsedMs, Heartbeat heartbeat) {
        return SLACK_MS + (long) (Math.max(0, elapsedMs) * rate(heartbeat) * TOLERANCE);
    }

    /// Of what a session may say in all, whatever it says at once.
    private static long left(SessionCursor session, Heartbeat heartbeat) {
        long at = heartbeat.getOccurredAt();
        long lasted = Math.max(session.latestAt(), at) - Math.min(session.startedAt(), at);
        return Math.max(0, OPENING_MS + SLACK_MS + (long) (lasted * RATE_MAX * TOLERANCE) - session.creditedMs());
    }

    private static double rate(Heartbeat heartbeat) {
        Double said = heartbeat.getPlaybackRate();
        return said == null || !(said > 0) ? RATE_UNSAID : Math.min(said, RATE_MAX);
    }
}
