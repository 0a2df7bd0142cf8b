package dev.playhead.streams.progress;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The alphabet of the stored form: octets, numbers in seven bits an octet, text with its length
/// before it.
final class StoredBytes {
    private static final int BITS = 7;
    private static final int MORE = 0x80;
    private static final int LOW = 0x7f;
    private static final int BYTES_MAX = 10;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);

    void octet(int value) {
        bytes.write(value);
    }

    void fixed(long value) {
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    /// The sign goes to the lowest bit, so that what is near zero is short on either side.
    void number(long value) {
        long rest = (value << 1) ^ (value >> (Long.SIZE - 1));
        while ((rest & -MORE) != 0) {
            bytes.write((int) (rest & LOW) | MORE);
            rest >>>= BITS;
        }
        bytes.write((int) rest);
    }

    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        bytes.writeBytes(utf8);
    }

    byte[] toArray() {
        return bytes.toByteArray();
    }

    static long number(ByteBuffer from) {
        long bits = 0;
        for (int i = 0; i < BYTES_MAX; i++) {
            byte next = from.get();
            bits |= (long) (next & LOW) << (i * BITS);
            if ((next & MORE) == 0) {
                return (bits >>> 1) ^ -(bits & 1);
            }
        }
        throw new StoredFormException("A stored watch state has a number of more than " + BYTES_MAX + " bytes");
    }

    static String text(ByteBuffer from) {
        long length = number(from);
        if (length < 0 || length > from.remaining()) {
            throw new StoredFormException(
                    "A stored watch state has a text of " + length + " bytes, there are " + from.remaining());
        }
        byte[] utf8 = new byte[(int) length];
        from.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
