package dev.playhead.streams.progress;

import dev.playhead.schemas.event.MaterialKind;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form in which a [WatchState] is stored: a version, then the fields as numbers of variable
/// length. Times stand as their distance from one another, which is short.
public final class WatchStateFormat {
    static final byte VERSION = 1;

    private static final int COMPLETED = 1;
    private static final int IN_COURSE = 2;

    private WatchStateFormat() {}

    public static byte[] write(WatchState state) {
        Long completedAt = state.completedAt();
        String courseId = state.material().courseId();
        StoredBytes bytes = new StoredBytes();
        bytes.octet(VERSION);
        bytes.octet((completedAt == null ? 0 : COMPLETED) | (courseId == null ? 0 : IN_COURSE));
        bytes.number(state.attempt());
        bytes.number(state.lastWatchedAt());
        bytes.number(state.lastWatchedAt() - state.firstWatchedAt());
        if (completedAt != null) {
            bytes.number(state.lastWatchedAt() - completedAt);
        }
        bytes.number(state.furthestMs());
        bytes.number(code(state.material().kind()));
        bytes.number(state.material().durationMs());
        if (courseId != null) {
            bytes.text(courseId);
        }
        writeSessions(state, bytes);
        return bytes.toArray();
    }

    /// The way back.
    ///
    /// @throws StoredFormException where the bytes are none of ours
    public static WatchState read(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        try {
            byte version = bytes.get();
            if (version != VERSION) {
                throw new StoredFormException("A stored watch state has version " + version + ", known is " + VERSION
                        + ": it was written by a newer release, or by something else");
            }
            WatchState state = readVersion1(bytes);
            if (bytes.hasRemaining()) {
                throw new StoredFormException(
                        "A stored watch state has " + bytes.remaining() + " bytes more than it says");
            }
            return state;
        } catch (BufferUnderflowException | ArithmeticException e) {
            throw new StoredFormException(
                    "A stored watch state of " + stored.length + " bytes is cut short or damaged", e);
        }
    }

    private static WatchState readVersion1(ByteBuffer bytes) {
        byte flags = bytes.get();
        int attempt = Math.toIntExact(StoredBytes.number(bytes));
        long lastWatchedAt = StoredBytes.number(bytes);
        long firstWatchedAt = lastWatchedAt - StoredBytes.number(bytes);
        Long completedAt = (flags & COMPLETED) == 0 ? null : Long.valueOf(lastWatchedAt - StoredBytes.number(bytes));
        long furthestMs = StoredBytes.number(bytes);
        MaterialKind kind = kind(StoredBytes.number(bytes));
        long durationMs = StoredBytes.number(bytes);
        String courseId = (flags & IN_COURSE) == 0 ? null : StoredBytes.text(bytes);
        return new WatchState(
                attempt,
                completedAt,
                firstWatchedAt,
                lastWatchedAt,
                furthestMs,
                new Material(courseId, kind, durationMs),
                readSessions(bytes, lastWatchedAt));
    }

    private static void writeSessions(WatchState state, StoredBytes bytes) {
        List<SessionCursor> cursors = state.sessions().cursors();
        bytes.octet(cursors.size());
        for (SessionCursor cursor : cursors) {
            Long sequence = cursor.sequence();
            bytes.octet(sequence == null ? 0 : 1);
            bytes.fixed(cursor.session());
            if (sequence != null) {
                bytes.number(sequence);
            }
            bytes.number(state.lastWatchedAt() - cursor.occurredAt());
            bytes.number(cursor.positionMs());
        }
    }

    private static Sessions readSessions(ByteBuffer bytes, long lastWatchedAt) {
        int count = bytes.get();
        List<SessionCursor> cursors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean counts = bytes.get() != 0;
            long session = bytes.getLong();
            @Nullable Long sequence = counts ? Long.valueOf(StoredBytes.number(bytes)) : null;
            long occurredAt = lastWatchedAt - StoredBytes.number(bytes);
            cursors.add(new SessionCursor(session, sequence, occurredAt, StoredBytes.number(bytes)));
        }
        return new Sessions(cursors);
    }

    // Numbers of our own, so that no change of the schema moves them.
    private static int code(MaterialKind kind) {
        return switch (kind) {
            case UNKNOWN -> 0;
            case VIDEO -> 1;
            case SHORT -> 2;
        };
    }

    private static MaterialKind kind(long code) {
        return switch ((int) code) {
            case 0 -> MaterialKind.UNKNOWN;
            case 1 -> MaterialKind.VIDEO;
            case 2 -> MaterialKind.SHORT;
            default -> throw new StoredFormException("A stored watch state is of a material of unknown kind " + code);
        };
    }
}
