package dev.playhead.streams.progress;

import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;

/// Reads what [StoredBytes] wrote. A state is read at each heartbeat, and most of its numbers are
/// one octet: those have a way of their own.
///
/// Whoever reads past the end is told by a [BufferUnderflowException], which the formats turn into
/// a [StoredFormException] that says what was cut short.
public final class StoredReader {
    private static final int BITS_MAX = StoredBytes.BYTES_MAX * StoredBytes.BITS;

    private final byte[] bytes;
    private int position;

    public StoredReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /// With its sign, as it was stored.
    public byte octet() {
        if (position == bytes.length) {
            throw new BufferUnderflowException();
        }
        return bytes[position++];
    }

    public long number() {
        if (position < bytes.length && bytes[position] >= 0) {
            return signed(bytes[position++]);
        }
        return numberOfMore();
    }

    /// A number that was an int.
    ///
    /// @throws ArithmeticException where it is none
    public int integer() {
        return Math.toIntExact(number());
    }

    /// How many of something follow, each of which takes so many bytes at least: damaged bytes ask
    /// for no more room than they could fill. Less than none is none.
    public int count(int bytesEach) {
        long count = number();
        if (count > remaining() / bytesEach) {
            throw new BufferUnderflowException();
        }
        return (int) Math.max(0, count);
    }

    /// The same where an octet says it.
    public int few() {
        return Math.max(0, octet());
    }

    public long fixed() {
        if (remaining() < Long.BYTES) {
            throw new BufferUnderflowException();
        }
        long value = (long) StoredBytes.LONG.get(bytes, position);
        position += Long.BYTES;
        return value;
    }

    public String text() {
        long length = number();
        if (length < 0 || length > remaining()) {
            throw new StoredFormException(
                    "A stored state has a text of " + length + " bytes, there are " + remaining());
        }
        String text = new String(bytes, position, (int) length, StandardCharsets.UTF_8);
        position += (int) length;
        return text;
    }

    public int remaining() {
        return bytes.length - position;
    }

    public boolean hasRemaining() {
        return position < bytes.length;
    }

    private long numberOfMore() {
        long bits = 0;
        int at = position;
        for (int shift = 0; shift < BITS_MAX; shift += StoredBytes.BITS) {
            if (at == bytes.length) {
                throw new BufferUnderflowException();
            }
            byte next = bytes[at++];
            bits |= (long) (next & StoredBytes.LOW) << shift;
            if (next >= 0) {
                position = at;
                return signed(bits);
            }
        }
        throw new StoredFormException("A stored state has a number of more than " + StoredBytes.BYTES_MAX + " bytes");
    }

    private static long signed(long bits) {
        return (bits >>> 1) ^ -(bits & 1);
    }
}
