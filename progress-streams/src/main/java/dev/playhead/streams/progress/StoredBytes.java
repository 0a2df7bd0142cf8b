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

    private static final int TYPICAL_SIZE = 160;

    private byte[] bytes = new byte[TYPICAL_SIZE];
    private int size;

    public void octet(int value) {
        makeRoom(1);
        bytes[size++] = (byte) value;
    }

    public void fixed(long value) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            octet((int) (value >>> shift));
        }
    }

    /// The sign goes to the lowest bit, so that what is near zero is short on either side.
    public void number(long value) {
        long rest = (value << 1) ^ (value >> (Long.SIZE - 1));
        while ((rest & -MORE) != 0) {
            octet((int) (rest & LOW) | MORE);
            rest >>>= BITS;
        }
        octet((int) rest);
    }

    /// The same as each of them by itself, without asking for room each time.
    public void numbers(long[] values) {
        makeRoom(Math.multiplyExact(values.length, BYTES_MAX));
        int end = size;
        for (long value : values) {
            long rest = (value << 1) ^ (value >> (Long.SIZE - 1));
            while ((rest & -MORE) != 0) {
                bytes[end++] = (byte) ((rest & LOW) | MORE);
                rest >>>= BITS;
            }
            bytes[end++] = (byte) rest;
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
}
