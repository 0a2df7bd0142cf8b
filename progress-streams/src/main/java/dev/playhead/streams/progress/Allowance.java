package dev.playhead.streams.progress;

import dev.playhead.schemas.event.Heartbeat;
import java.time.Duration;

/// How much of the material can have been played, given the time that passed. Seeking is not
/// watching, and watching at double speed is.
///
/// A session may say that it played a minute more than it lasted: what its first heartbeat says
/// was played lies before the time at which it is first heard of. It need not be the first that
/// comes, and a network may hold it up, so that minute is the whole session's.
final class Allowance {
    /// Players report more often than this.
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

    /// For the heartbeat by which a session is first heard of. Whoever opens one session after the
    /// other gets no more than the time between them.
    static long opening(Sessions sessions, Heartbeat heartbeat) {
        long at = heartbeat.getOccurredAt();
        if (sessions.heardOf(OPENING_MS, at) < SESSIONS_AT_ONCE) {
            return OPENING_MS;
        }
        return Math.min(OPENING_MS, playable(at - sessions.lastHeardOf(at), heartbeat));
    }

    /// For what a heartbeat of a known session says was played. Whoever once said more than they
    /// could have played is believed no word that comes late: it may be what was refused, said
    /// again.
    static long told(SessionCursor session, Heartbeat heartbeat, boolean isLate) {
        return isLate && session.isOverdrawn()
                ? 0
                : Math.max(0, OPENING_MS + playable(left(session, heartbeat), heartbeat));
    }

    /// For what lies between two positions.
    static long between(SessionCursor previous, Heartbeat heartbeat) {
        long elapsed = heartbeat.getOccurredAt() - previous.occurredAt();
        return Math.min(playable(Math.max(0, elapsed), heartbeat), told(previous, heartbeat, false));
    }

    /// How much of a session's time it took to play so much.
    static long spent(long playedMs, Heartbeat heartbeat) {
        return (long) (playedMs / (rate(heartbeat) * TOLERANCE));
    }

    private static long playable(long elapsedMs, Heartbeat heartbeat) {
        return SLACK_MS + (long) (elapsedMs * rate(heartbeat) * TOLERANCE);
    }

    private static long left(SessionCursor session, Heartbeat heartbeat) {
        long at = heartbeat.getOccurredAt();
        return Math.max(session.latestAt(), at) - Math.min(session.startedAt(), at) - session.spentMs();
    }

    private static double rate(Heartbeat heartbeat) {
        Double said = heartbeat.getPlaybackRate();
        return said == null || !(said > 0) ? RATE_UNSAID : Math.min(said, RATE_MAX);
    }
}
