package dev.playhead.schemas.serde;

import java.io.OutputStream;
import java.util.Arrays;

/// The bytes of a value while it is written: Java's own stream of that kind takes a lock for each
/// byte.
final class ValueBytes extends OutputStream {
    private static final int TYPICAL_SIZE = 256;

    private byte[] bytes = new byte[TYPICAL_SIZE];
    private int size;

    @Override
    public void write(int octet) {
        makeRoom(1);
        bytes[size++] = (byte) octet;
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        makeRoom(length);
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
    }

    void writeInt(int value) {
        write(value >>> 24);
        write(value >>> 16);
        write(value >>> 8);
        write(value);
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    private void makeRoom(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
        }
    }
}
