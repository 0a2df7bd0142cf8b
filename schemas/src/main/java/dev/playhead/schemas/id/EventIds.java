package dev.playhead.schemas.id;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Ids of events that follow from what the events say: the same fact has the same id, whoever
/// computes it and however often. They are UUIDs of version 5 (RFC 9562) in the namespace below,
/// of the parts joined by line feeds, which no part contains.
public final class EventIds {
    /// UUIDv5 of `playhead.dev` in the DNS namespace.
    static final UUID NAMESPACE = UUID.fromString("14a4744e-01a3-594d-b0cf-9656635cad44");

    private EventIds() {}

    /// A heartbeat to which the client gave no id. The player's clock, position and event tell two
    /// heartbeats of a session apart; the same heartbeat sent again is the same.
    public static UUID heartbeat(
            String student, String material, @Nullable String session, long occurredAt, long positionMs, String event) {
        return v5(
                "heartbeat",
                student,
                material,
                session == null ? "" : session,
                Long.toString(occurredAt),
                Long.toString(positionMs),
                event);
    }

    /// What was done with a short, to which the client gave no id.
    public static UUID interaction(String student, String material, String kind, long occurredAt) {
        return v5("interaction", student, material, kind, Long.toString(occurredAt));
    }

    public static UUID materialCompleted(String student, String material, int attempt) {
        return v5("material-completed", student, material, Integer.toString(attempt));
    }

    public static UUID courseCompleted(String student, String course, int attempt) {
        return v5("course-completed", student, course, Integer.toString(attempt));
    }

    private static UUID v5(String... parts) {
        MessageDigest sha1 = sha1();
        sha1.update(bytes(NAMESPACE));
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8)));
        long high = hash.getLong() & ~0xF000L | 0x5000L;
        long low = hash.getLong() & ~0xC000_0000_0000_0000L | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }
}
