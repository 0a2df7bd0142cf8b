package dev.playhead.schemas.serde;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.io.BinaryData;
import org.apache.avro.io.BinaryEncoder;

/// Avro's binary form into an array of its own: Avro's encoders hand each few bytes to a stream, and
/// Java's stream of that kind takes a lock for them.
final class ValueEncoder extends BinaryEncoder {
    private static final int TYPICAL_SIZE = 256;
    private static final int INT_BYTES_MAX = 5;
    private static final int LONG_BYTES_MAX = 10;

    private byte[] bytes = new byte[TYPICAL_SIZE];
    private int size;

    /// Four bytes as they are, which is no int of Avro's.
    void writeFixedInt(int value) {
        makeRoom(Integer.BYTES);
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    void writeFixedByte(byte value) {
        makeRoom(1);
        bytes[size++] = value;
    }

    @Override
    public void writeBoolean(boolean value) {
        writeFixedByte((byte) (value ? 1 : 0));
    }

    @Override
    public void writeInt(int value) {
        makeRoom(INT_BYTES_MAX);
        size += BinaryData.encodeInt(value, bytes, size);
    }

    @Override
    public void writeLong(long value) {
        makeRoom(LONG_BYTES_MAX);
        size += BinaryData.encodeLong(value, bytes, size);
    }

    @Override
    public void writeFloat(float value) {
        makeRoom(Float.BYTES);
        size += BinaryData.encodeFloat(value, bytes, size);
    }

    @Override
    public void writeDouble(double value) {
        makeRoom(Double.BYTES);
        size += BinaryData.encodeDouble(value, bytes, size);
    }

    @Override
    public void writeString(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        writeInt(text.length);
        writeFixed(text, 0, text.length);
    }

    @Override
    public void writeFixed(byte[] from, int offset, int length) {
        makeRoom(length);
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
    }

    @Override
    protected void writeZero() {
        writeFixedByte((byte) 0);
    }

    @Override
    public int bytesBuffered() {
        return 0;
    }

    @Override
    public void flush() {
        // Nothing lies anywhere else.
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
