package dev.playhead.streams.progress;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The alphabet of the stored form: octets, numbers in seven bits an octet, text with its length
/// before it. [StoredReader] reads it.
public final class StoredBytes {
    static final int BITS = 7;
    static final int LOW = 0x7f;
    static final int BYTES_MAX = 10;
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final int MORE = 0x80;

    private static final int TYPICAL_SIZE = 128;
    private static final int TYPICAL_BYTES_OF_MANY = 2;

    private byte[] bytes = new byte[TYPICAL_SIZE];
    private int size;

    public void octet(int value) {
        makeRoom(1);
        bytes[size++] = (byte) value;
    }

    public void fixed(long value) {
        makeRoom(Long.BYTES);
        LONG.set(bytes, size, value);
        size += Long.BYTES;
    }

    public void number(long value) {
        makeRoom(BYTES_MAX);
        size = put(value, bytes, size);
    }

    /// The same as each of them by itself, in half the time: where it ends is kept once. Of many
    /// numbers most are small.
    public void numbers(long[] values) {
        makeRoom(Math.multiplyExact(values.length, TYPICAL_BYTES_OF_MANY));
        int end = size;
        for (long value : values) {
            if (bytes.length - end < BYTES_MAX) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
            }
            end = putOfMany(value, bytes, end);
        }
        size = end;
    }

    public void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        makeRoom(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    public byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    private void makeRoom(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
        }
    }

    /// Of many it cannot be guessed which take one octet and which two: both are written, and the
    /// second of one is written over.
    private static int putOfMany(long value, byte[] to, int at) {
        long bits = withSignLast(value);
        if ((bits & -(MORE << BITS)) != 0) {
            return put(value, to, at);
        }
        int isMore = (int) ((LOW - bits) >>> (Long.SIZE - 1));
        to[at] = (byte) (bits & LOW | isMore << BITS);
        to[at + 1] = (byte) (bits >>> BITS);
        return at + 1 + isMore;
    }

    private static int put(long value, byte[] to, int from) {
        long rest = withSignLast(value);
        int at = from;
        while ((rest & -MORE) != 0) {
            to[at++] = (byte) (rest | MORE);
            rest >>>= BITS;
        }
        to[at++] = (byte) rest;
        return at;
    }

    /// So that what is near zero is short on either side.
    private static long withSignLast(long value) {
        return (value << 1) ^ (value >> (Long.SIZE - 1));
    }
}
