package dev.playhead.schemas.id;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32C;

/// A place in the log that a write has taken, as a client carries it from a write to a read
/// (`Playhead-Written`, `Playhead-Read-After`). To clients it is opaque; the checksum, over the
/// topic's name too, tells one of ours from one of another installation or of nobody.
public record WriteToken(String topic, int partition, long offset) {
    private static final byte VERSION = 1;
    private static final int CHECKED = 1 + Integer.BYTES + Long.BYTES;

    public String text() {
        ByteBuffer bytes = ByteBuffer.allocate(CHECKED + Integer.BYTES)
                .put(VERSION)
                .putInt(partition)
                .putLong(offset);
        bytes.putInt(checksum(topic, bytes.array()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// The token behind a text, where it is one for this topic.
    public static Optional<WriteToken> parse(String topic, String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            byte version = bytes.get();
            WriteToken token = new WriteToken(topic, bytes.getInt(), bytes.getLong());
            boolean ours =
                    bytes.getInt() == checksum(topic, bytes.array()) && !bytes.hasRemaining() && version == VERSION;
            return ours ? Optional.of(token) : Optional.empty();
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static int checksum(String topic, byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(topic.getBytes(StandardCharsets.UTF_8));
        crc.update(bytes, 0, CHECKED);
        return (int) crc.getValue();
    }
}
