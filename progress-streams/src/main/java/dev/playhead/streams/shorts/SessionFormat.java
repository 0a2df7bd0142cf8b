package dev.playhead.streams.shorts;

import dev.playhead.streams.progress.RecentEvents;
import dev.playhead.streams.progress.StoredBytes;
import dev.playhead.streams.progress.StoredFormException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
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
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        try {
            byte version = bytes.get();
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

    private static Session readVersion1(ByteBuffer bytes) {
        long startedAt = StoredBytes.number(bytes);
        long lastSeenAt = startedAt + StoredBytes.number(bytes);
        long count = StoredBytes.number(bytes);
        SortedMap<String, SeenShort> shorts = new TreeMap<>();
        for (long i = 0; i < count; i++) {
            shorts.put(StoredBytes.text(bytes), readSeen(bytes, startedAt));
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

    private static SeenShort readSeen(ByteBuffer bytes, long startedAt) {
        byte flags = bytes.get();
        long firstAt = startedAt + StoredBytes.number(bytes);
        long lastAt = firstAt + StoredBytes.number(bytes);
        long watchedMs = StoredBytes.number(bytes);
        Swipes swipes = (flags & SWIPED) == 0 ? Swipes.NONE : readSwipes(bytes);
        return new SeenShort(firstAt, lastAt, watchedMs, (flags & COMPLETED) != 0, swipes);
    }

    private static Swipes readSwipes(ByteBuffer bytes) {
        int up = Math.toIntExact(StoredBytes.number(bytes));
        int down = Math.toIntExact(StoredBytes.number(bytes));
        return new Swipes(up, down, RecentEvents.read(bytes));
    }
}
