package dev.playhead.streams.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the last sessions of a student with a material stand, the latest by event time first.
/// Each keeps its own order, so that two devices, or a backlog that comes late, do not mix it up.
///
/// @param forgottenUntil the latest event time that was known when a session last had to make room
///     for another: what occurred by then may be of a session that is no longer known. 0 at first.
record Sessions(List<SessionCursor> cursors, long forgottenUntil) {
    static final int MAX = 8;
    static final Sessions NONE = new Sessions(List.of(), 0);

    private static final Comparator<SessionCursor> LATEST_FIRST = SessionCursor.BY_EVENT_TIME.reversed();

    /// Players that name no session begin one after so long a silence.
    private static final long SILENCE_MS = Duration.ofMinutes(30).toMillis();

    Sessions {
        cursors = List.copyOf(cursors);
    }

    boolean isEmpty() {
        return cursors.isEmpty();
    }

    SessionCursor latest() {
        return cursors.getFirst();
    }

    /// How a heartbeat comes in.
    ///
    /// @param isNamed whether the client names its sessions, or silence parts them
    Arrival arrival(SessionCursor heartbeat, boolean isNamed) {
        SessionCursor session = find(heartbeat.session());
        if (session == null) {
            return heartbeat.occurredAt() <= forgottenUntil ? new Arrival.Stray(false) : new Arrival.Opening(false);
        }
        if (!isNamed && heartbeat.occurredAt() > session.latestAt() + SILENCE_MS) {
            return new Arrival.Opening(session.isOverdrawn());
        }
        if (!isNamed && heartbeat.occurredAt() < session.startedAt() - SILENCE_MS) {
            return new Arrival.Stray(session.isOverdrawn());
        }
        return heartbeat.isAfter(session) ? new Arrival.Following(session) : new Arrival.Late(session, isNamed);
    }

    Sessions with(Arrival arrival, SessionCursor heartbeat, Credit credit, long latestKnownAt) {
        return switch (arrival) {
            case Arrival.Opening opening -> put(heartbeat.opened(credit, opening.followsOverdrawn()), latestKnownAt);
            case Arrival.Following following -> put(following.previous().next(heartbeat, credit), latestKnownAt);
            // Without a name it may be of a session before this one, said again: what changes nothing
            // else does not move the beginning either.
            case Arrival.Late late ->
                put(late.ahead().filled(heartbeat, credit, late.isNamed() || credit.lengthMs() > 0), latestKnownAt);
            case Arrival.Stray _ -> this;
        };
    }

    /// How many sessions were last heard of within a time that ends at another.
    long heardOf(long withinMs, long until) {
        return cursors.stream()
                .filter(cursor -> cursor.latestAt() <= until && cursor.latestAt() >= until - withinMs)
                .count();
    }

    /// When one was last heard of before a time; that time itself where none was.
    long lastHeardOf(long until) {
        return cursors.stream()
                .mapToLong(SessionCursor::latestAt)
                .filter(at -> at <= until)
                .max()
                .orElse(until);
    }

    private @Nullable SessionCursor find(long session) {
        for (SessionCursor cursor : cursors) {
            if (cursor.session() == session) {
                return cursor;
            }
        }
        return null;
    }

    private Sessions put(SessionCursor cursor, long latestKnownAt) {
        if (hasNoneBut(cursor.session())) {
            return new Sessions(List.of(cursor), forgottenUntil);
        }
        List<SessionCursor> all = new ArrayList<>(cursors.size() + 1);
        for (SessionCursor known : cursors) {
            if (known.session() != cursor.session()) {
                all.add(known);
            }
        }
        all.add(cursor);
        all.sort(LATEST_FIRST);
        return all.size() <= MAX
                ? new Sessions(all, forgottenUntil)
                : new Sessions(all.subList(0, MAX), Math.max(forgottenUntil, latestKnownAt));
    }

    private boolean hasNoneBut(long session) {
        return isEmpty() || (cursors.size() == 1 && latest().session() == session);
    }
}
