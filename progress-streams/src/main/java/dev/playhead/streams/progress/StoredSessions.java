package dev.playhead.streams.progress;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How sessions are stored: their times as distances from the latest, and what is usual, that the
/// clock went on and all was believed, as nothing.
final class StoredSessions {
    private static final int COUNTS = 1;
    private static final int SET_BACK = 2;
    private static final int OVERDRAWN = 4;
    private static final int NAMELESS = 8;

    private StoredSessions() {}

    static void write(Sessions sessions, long lastWatchedAt, StoredBytes bytes) {
        bytes.octet(sessions.cursors().size());
        for (SessionCursor cursor : sessions.cursors()) {
            write(cursor, lastWatchedAt, bytes);
        }
        boolean isWhole = sessions.forgottenUntil() == 0;
        bytes.octet(isWhole ? 0 : 1);
        if (!isWhole) {
            bytes.number(lastWatchedAt - sessions.forgottenUntil());
        }
    }

    static Sessions read(StoredReader bytes, long lastWatchedAt) {
        SessionCursor[] cursors = new SessionCursor[bytes.few()];
        for (int i = 0; i < cursors.length; i++) {
            cursors[i] = readCursor(bytes, lastWatchedAt);
        }
        return new Sessions(List.of(cursors), bytes.octet() == 0 ? 0 : lastWatchedAt - bytes.number());
    }

    private static void write(SessionCursor cursor, long lastWatchedAt, StoredBytes bytes) {
        Long sequence = cursor.sequence();
        boolean isSetBack = cursor.latestAt() != cursor.occurredAt();
        bytes.octet((sequence == null ? 0 : COUNTS)
                | (isSetBack ? SET_BACK : 0)
                | (cursor.isOverdrawn() ? OVERDRAWN : 0)
                | (cursor.session() == SessionCursor.NAMELESS ? NAMELESS : 0));
        if (cursor.session() != SessionCursor.NAMELESS) {
            bytes.fixed(cursor.session());
        }
        if (sequence != null) {
            bytes.number(sequence);
        }
        bytes.number(lastWatchedAt - cursor.latestAt());
        if (isSetBack) {
            bytes.number(cursor.latestAt() - cursor.occurredAt());
        }
        bytes.number(cursor.latestAt() - cursor.startedAt());
        bytes.number(cursor.positionMs());
        bytes.number(cursor.spentMs());
    }

    private static SessionCursor readCursor(StoredReader bytes, long lastWatchedAt) {
        byte flags = bytes.octet();
        long session = (flags & NAMELESS) == 0 ? bytes.fixed() : SessionCursor.NAMELESS;
        @Nullable Long sequence = (flags & COUNTS) == 0 ? null : Long.valueOf(bytes.number());
        long latestAt = lastWatchedAt - bytes.number();
        long occurredAt = (flags & SET_BACK) == 0 ? latestAt : latestAt - bytes.number();
        long startedAt = latestAt - bytes.number();
        long positionMs = bytes.number();
        long spentMs = bytes.number();
        return new SessionCursor(
                session, sequence, occurredAt, positionMs, startedAt, latestAt, spentMs, (flags & OVERDRAWN) != 0);
    }
}
