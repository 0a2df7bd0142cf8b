package dev.playhead.streams.progress;

import dev.playhead.schemas.event.Heartbeat;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// The latest heartbeat of a session.
///
/// @param session a hash of the session's id
/// @param sequence the heartbeat's number within the session; null where the client does not count
record SessionCursor(long session, @Nullable Long sequence, long occurredAt, long positionMs) {
    /// All heartbeats without a session's id.
    private static final long NAMELESS = 0;

    // FNV-1a. Part of the stored form: it cannot change without a new version of that.
    private static final long HASH_SEED = 0xcbf29ce484222325L;
    private static final long HASH_FACTOR = 0x100000001b3L;

    /// By event time; a tie goes to the further position. The session only makes the order total,
    /// so that the same cursors make the same state in whatever order they came.
    static final Comparator<SessionCursor> BY_EVENT_TIME = Comparator.comparingLong(SessionCursor::occurredAt)
            .thenComparingLong(SessionCursor::positionMs)
            .thenComparingLong(SessionCursor::session);

    static SessionCursor of(Heartbeat heartbeat, long positionMs) {
        String session = heartbeat.getSessionId();
        return new SessionCursor(
                session == null ? NAMELESS : hash(session),
                heartbeat.getSequence(),
                heartbeat.getOccurredAt(),
                positionMs);
    }

    /// Whether this comes after another of the same session. A client that counts knows the order
    /// of its own heartbeats better than its clock does.
    boolean isAfter(SessionCursor other) {
        if (sequence != null && other.sequence != null && !sequence.equals(other.sequence)) {
            return sequence > other.sequence;
        }
        return BY_EVENT_TIME.compare(this, other) > 0;
    }

    private static long hash(String session) {
        long hash = HASH_SEED;
        for (byte b : session.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * HASH_FACTOR;
        }
        return hash;
    }
}
