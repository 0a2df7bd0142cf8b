package dev.playhead.streams.shorts;

import dev.playhead.streams.progress.RecentEvents;
import dev.playhead.streams.progress.StoredBytes;
import dev.playhead.streams.progress.StoredFormException;
import dev.playhead.streams.progress.StoredReader;
import java.nio.BufferUnderflowException;
import java.util.SortedMap;
import java.util.TreeMap;

/// The form in which a [Session] is stored: times as distances from its start. Each version that
/// was ever released is read; the newest is written.
public final class SessionFormat {
    static final byte VERSION = 1;

    private static final int COMPLETED = 1;
    private static final int SWIPED = 2;

    private SessionFormat() {}

    public static byte[] write(Session session) {
        StoredBytes bytes = new StoredBytes();
        bytes.octet(VERSION);
        bytes.number(session.startedAt());
        bytes.number(session.lastSeenAt() - session.startedAt());
        bytes.number(session.shorts().size());
        session.shorts().forEach((material, seen) -> {
            bytes.text(material);
            write(seen, session.startedAt(), bytes);
        });
        return bytes.toArray();
    }

    /// The way back.
    ///
    /// @throws StoredFormException where the bytes are none of ours
    public static Session read(byte[] stored) {
        StoredReader bytes = new StoredReader(stored);
        try {
            byte version = bytes.octet();
            if (version != VERSION) {
                throw new StoredFormException("A stored shorts session has version " + version + ", known are up to "
                        + VERSION + ": it was written by a newer release, or by something else");
            }
            Session session = readVersion1(bytes);
            if (bytes.hasRemaining()) {
                throw new StoredFormException(
                        "A stored shorts session has " + bytes.remaining() + " bytes more than it says");
            }
            return session;
        } catch (BufferUnderflowException | ArithmeticException | IllegalArgumentException e) {
            throw new StoredFormException(
                    "A stored shorts session of " + stored.length + " bytes is cut short or damaged", e);
        }
    }

    private static Session readVersion1(StoredReader bytes) {
        long startedAt = bytes.number();
        long lastSeenAt = startedAt + bytes.number();
        long count = bytes.number();
        SortedMap<String, SeenShort> shorts = new TreeMap<>();
        for (long i = 0; i < count; i++) {
            shorts.put(bytes.text(), readSeen(bytes, startedAt));
        }
        return new Session(startedAt, lastSeenAt, shorts);
    }

    private static void write(SeenShort seen, long startedAt, StoredBytes bytes) {
        boolean isSwiped = !seen.swipes().equals(Swipes.NONE);
        bytes.octet((seen.isCompleted() ? COMPLETED : 0) | (isSwiped ? SWIPED : 0));
        bytes.number(seen.firstAt() - startedAt);
        bytes.number(seen.lastAt() - seen.firstAt());
        bytes.number(seen.watchedMs());
        if (isSwiped) {
            bytes.number(seen.swipes().up());
            bytes.number(seen.swipes().down());
            seen.swipes().countedBy().write(bytes);
        }
    }

    private static SeenShort readSeen(StoredReader bytes, long startedAt) {
        byte flags = bytes.octet();
        long firstAt = startedAt + bytes.number();
        long lastAt = firstAt + bytes.number();
        long watchedMs = bytes.number();
        Swipes swipes = (flags & SWIPED) == 0 ? Swipes.NONE : readSwipes(bytes);
        return new SeenShort(firstAt, lastAt, watchedMs, (flags & COMPLETED) != 0, swipes);
    }

    private static Swipes readSwipes(StoredReader bytes) {
        int up = bytes.integer();
        int down = bytes.integer();
        return new Swipes(up, down, RecentEvents.read(bytes));
    }
}
