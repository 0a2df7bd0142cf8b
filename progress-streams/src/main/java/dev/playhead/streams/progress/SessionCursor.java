package dev.playhead.streams.progress;

import dev.playhead.schemas.event.Heartbeat;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Where a session stands: its latest heartbeat, and what the session was believed.
///
/// @param session a hash of the session's id
/// @param sequence the heartbeat's number within the session; null where the client does not count
/// @param occurredAt when that heartbeat occurred
/// @param positionMs where it stood
/// @param startedAt the earliest time that a heartbeat of the session said
/// @param latestAt the latest; after `occurredAt` only where the device's clock was set back
/// @param spentMs how much of the session's time was spent on what was played, by its own rates
/// @param isOverdrawn whether it once said more than can have been played
record SessionCursor(
        long session,
        @Nullable Long sequence,
        long occurredAt,
        long positionMs,
        long startedAt,
        long latestAt,
        long spentMs,
        boolean isOverdrawn) {
    /// All heartbeats without the name of a session or of a device.
    static final long NAMELESS = 0;

    /// Stands before a device's name, where that is all there is. No id has it.
    private static final String DEVICE = "\u0000";

    /// By event time; a tie goes to the further position. The session only makes the order total,
    /// so that the same cursors make the same state in whatever order they came.
    static final Comparator<SessionCursor> BY_EVENT_TIME = Comparator.comparingLong(SessionCursor::latestAt)
            .thenComparingLong(SessionCursor::positionMs)
            .thenComparingLong(SessionCursor::session);

    static SessionCursor of(Heartbeat heartbeat, long positionMs) {
        long at = heartbeat.getOccurredAt();
        return new SessionCursor(session(heartbeat), heartbeat.getSequence(), at, positionMs, at, at, 0, false);
    }

    static long session(Heartbeat heartbeat) {
        if (heartbeat.getSessionId() != null) {
            return StableHash.of(heartbeat.getSessionId());
        }
        return heartbeat.getDeviceId() == null ? NAMELESS : StableHash.of(DEVICE + heartbeat.getDeviceId());
    }

    /// Whether this comes after another of the same session. A client that counts knows the order
    /// of its own heartbeats better than its clock does.
    boolean isAfter(SessionCursor other) {
        if (sequence != null && other.sequence != null && !sequence.equals(other.sequence)) {
            return sequence > other.sequence;
        }
        return occurredAt == other.occurredAt ? positionMs > other.positionMs : occurredAt > other.occurredAt;
    }

    /// The session after the heartbeat by which it is first heard of, this one.
    SessionCursor opened(Credit credit, boolean followsOverdrawn) {
        SessionCursor opened = filled(this, credit, true);
        return followsOverdrawn && !opened.isOverdrawn
                ? new SessionCursor(
                        session, sequence, occurredAt, positionMs, startedAt, latestAt, opened.spentMs, true)
                : opened;
    }

    /// The session after a heartbeat that comes after all that it had said.
    SessionCursor next(SessionCursor next, Credit credit) {
        return new SessionCursor(
                session,
                next.sequence,
                next.occurredAt,
                next.positionMs,
                Math.min(startedAt, next.startedAt),
                Math.max(latestAt, next.latestAt),
                spentMs + credit.spentMs(),
                isOverdrawn || credit.isCut());
    }

    /// The session after a heartbeat that came too late to say where it stands.
    ///
    /// @param isOfIt whether it surely was this session's, and so the session had begun by then
    SessionCursor filled(SessionCursor late, Credit credit, boolean isOfIt) {
        return new SessionCursor(
                session,
                sequence,
                occurredAt,
                positionMs,
                isOfIt ? Math.min(startedAt, late.startedAt) : startedAt,
                Math.max(latestAt, late.latestAt),
                spentMs + credit.spentMs(),
                isOverdrawn || credit.isCut());
    }
}
