package dev.playhead.streams.progress;

import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form in which a [WatchState] is stored: a version, then the fields as numbers of variable
/// length. Times stand as their distance from one another, which is short. Each version that was
/// ever released is read; the newest is written.
public final class WatchStateFormat {
    static final byte VERSION = 3;

    /// The same without what was done other than watching.
    private static final byte WITHOUT_ENGAGEMENT = 2;

    private static final int COMPLETED = 1;
    private static final int IN_COURSE = 2;
    private static final int RESET = 4;
    private static final int ENGAGED = 8;

    private WatchStateFormat() {}

    public static byte[] write(WatchState state) {
        Long completedAt = state.completedAt();
        String courseId = state.material().courseId();
        Marker marker = state.marker();
        boolean isEngaged = !state.engagement().equals(Engagement.NONE);
        StoredBytes bytes = new StoredBytes();
        bytes.octet(VERSION);
        bytes.octet((completedAt == null ? 0 : COMPLETED)
                | (courseId == null ? 0 : IN_COURSE)
                | (marker.resetAt() == 0 ? 0 : RESET)
                | (isEngaged ? ENGAGED : 0));
        bytes.number(marker.attempt());
        bytes.number(state.lastWatchedAt());
        if (marker.resetAt() != 0) {
            bytes.number(state.lastWatchedAt() - marker.resetAt());
        }
        bytes.number(state.lastWatchedAt() - state.firstWatchedAt());
        if (completedAt != null) {
            bytes.number(state.lastWatchedAt() - completedAt);
        }
        bytes.number(state.furthestMs());
        bytes.number(StoredKind.code(state.material().kind()));
        bytes.number(state.material().durationMs());
        if (courseId != null) {
            bytes.text(courseId);
        }
        StoredParts.write(state.watched(), bytes);
        StoredParts.write(state.plays(), state.material().durationMs(), bytes);
        StoredParts.write(state.days(), bytes);
        StoredSessions.write(state.sessions(), state.lastWatchedAt(), bytes);
        if (isEngaged) {
            StoredEngagement.write(state.engagement(), bytes);
        }
        return bytes.toArray();
    }

    /// The way back.
    ///
    /// @throws StoredFormException where the bytes are none of ours
    public static WatchState read(byte[] stored) {
        StoredReader bytes = new StoredReader(stored);
        try {
            WatchState state = read(bytes.octet(), bytes);
            if (bytes.hasRemaining()) {
                throw new StoredFormException(
                        "A stored watch state has " + bytes.remaining() + " bytes more than it says");
            }
            return state;
        } catch (BufferUnderflowException | ArithmeticException | IllegalArgumentException e) {
            throw new StoredFormException(
                    "A stored watch state of " + stored.length + " bytes is cut short or damaged", e);
        }
    }

    private static WatchState read(byte version, StoredReader bytes) {
        return switch (version) {
            case 1 -> readVersion1(bytes);
            case WITHOUT_ENGAGEMENT, VERSION -> readSinceVersion2(bytes);
            default ->
                throw new StoredFormException("A stored watch state has version " + version + ", known are up to "
                        + VERSION + ": it was written by a newer release, or by something else");
        };
    }

    private static WatchState readSinceVersion2(StoredReader bytes) {
        byte flags = bytes.octet();
        int attempt = bytes.integer();
        long lastWatchedAt = bytes.number();
        long resetAt = (flags & RESET) == 0 ? 0 : lastWatchedAt - bytes.number();
        long firstWatchedAt = lastWatchedAt - bytes.number();
        Long completedAt = (flags & COMPLETED) == 0 ? null : Long.valueOf(lastWatchedAt - bytes.number());
        long furthestMs = bytes.number();
        Material material = readMaterial(flags, bytes);
        return new WatchState(
                new Marker(attempt, resetAt),
                completedAt,
                firstWatchedAt,
                lastWatchedAt,
                furthestMs,
                material,
                StoredParts.readWatched(bytes),
                StoredParts.readPlays(material.durationMs(), bytes),
                StoredParts.readDays(bytes),
                StoredSessions.read(bytes, lastWatchedAt),
                (flags & ENGAGED) == 0 ? Engagement.NONE : StoredEngagement.read(bytes));
    }

    private static Material readMaterial(byte flags, StoredReader bytes) {
        long kind = bytes.number();
        long durationMs = bytes.number();
        String courseId = (flags & IN_COURSE) == 0 ? null : bytes.text();
        return new Material(courseId, StoredKind.of(kind), durationMs);
    }

    /// Release 0.1 did not know what was watched, only where students stood. Each session that it
    /// knew was a view.
    private static WatchState readVersion1(StoredReader bytes) {
        byte flags = bytes.octet();
        int attempt = bytes.integer();
        long lastWatchedAt = bytes.number();
        long firstWatchedAt = lastWatchedAt - bytes.number();
        Long completedAt = (flags & COMPLETED) == 0 ? null : Long.valueOf(lastWatchedAt - bytes.number());
        long furthestMs = bytes.number();
        Material material = readMaterial(flags, bytes);
        Sessions sessions = readSessionsVersion1(bytes, lastWatchedAt);
        Days days = Days.NONE;
        for (SessionCursor session : sessions.cursors()) {
            days = days.with(session.occurredAt(), 1, 0);
        }
        return new WatchState(
                new Marker(attempt, 0),
                completedAt,
                firstWatchedAt,
                lastWatchedAt,
                furthestMs,
                material,
                Watched.NOTHING,
                Plays.NONE.of(material.durationMs()),
                days,
                sessions,
                Engagement.NONE);
    }

    private static Sessions readSessionsVersion1(StoredReader bytes, long lastWatchedAt) {
        int count = bytes.octet();
        List<SessionCursor> cursors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean counts = bytes.octet() != 0;
            long session = bytes.fixed();
            @Nullable Long sequence = counts ? Long.valueOf(bytes.number()) : null;
            long at = lastWatchedAt - bytes.number();
            cursors.add(new SessionCursor(session, sequence, at, bytes.number(), at, at, 0, false));
        }
        return new Sessions(cursors, count < Sessions.MAX ? 0 : lastWatchedAt);
    }
}
