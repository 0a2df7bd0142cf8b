package dev.playhead.schemas.serde;

import java.io.EOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.InvalidNumberEncodingException;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/// Avro's binary form out of an array, the way back of [ValueEncoder]. Avro's own decoder copies each
/// text twice. And it takes a damaged number of items at its word: the generated readers make room for
/// them all before they read the first, and one record would stop a service for good. Here no more
/// items are believed than there are bytes.
final class ValueDecoder extends Decoder {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BITS = 7;
    private static final int LOW = 0x7f;

    private final byte[] bytes;
    private int position;

    ValueDecoder(byte[] bytes, int from) {
        this.bytes = bytes;
        this.position = from;
    }

    boolean isEnd() {
        return position == bytes.length;
    }

    @Override
    public int remainingBytes() {
        return bytes.length - position;
    }

    @Override
    public void readNull() {
        // Takes no bytes.
    }

    @Override
    public boolean readBoolean() throws IOException {
        return bytes[past(1)] == 1;
    }

    @Override
    public int readInt() throws IOException {
        long value = readLong();
        if ((int) value != value) {
            throw new InvalidNumberEncodingException("Not an int: " + value);
        }
        return (int) value;
    }

    @Override
    public long readLong() throws IOException {
        long bits = 0;
        for (int shift = 0; shift < Long.SIZE; shift += BITS) {
            byte next = bytes[past(1)];
            bits |= (long) (next & LOW) << shift;
            if (next >= 0) {
                return (bits >>> 1) ^ -(bits & 1);
            }
        }
        throw new InvalidNumberEncodingException("A number does not end");
    }

    @Override
    public float readFloat() throws IOException {
        return Float.intBitsToFloat((int) INT.get(bytes, past(Float.BYTES)));
    }

    @Override
    public double readDouble() throws IOException {
        return Double.longBitsToDouble((long) LONG.get(bytes, past(Double.BYTES)));
    }

    @Override
    public Utf8 readString(@Nullable Utf8 old) throws IOException {
        return new Utf8(readBytes());
    }

    @Override
    public String readString() throws IOException {
        int length = readLength();
        return new String(bytes, past(length), length, StandardCharsets.UTF_8);
    }

    @Override
    public void skipString() throws IOException {
        skipBytes();
    }

    @Override
    public ByteBuffer readBytes(@Nullable ByteBuffer old) throws IOException {
        return ByteBuffer.wrap(readBytes());
    }

    @Override
    public void skipBytes() throws IOException {
        past(readLength());
    }

    @Override
    public void readFixed(byte[] to, int start, int length) throws IOException {
        System.arraycopy(bytes, past(length), to, start, length);
    }

    @Override
    public void skipFixed(int length) throws IOException {
        past(length);
    }

    @Override
    public int readEnum() throws IOException {
        return readInt();
    }

    @Override
    public int readIndex() throws IOException {
        return readInt();
    }

    @Override
    public long readArrayStart() throws IOException {
        return readItems();
    }

    @Override
    public long arrayNext() throws IOException {
        return readItems();
    }

    @Override
    public long skipArray() throws IOException {
        return skipItems();
    }

    @Override
    public long readMapStart() throws IOException {
        return readItems();
    }

    @Override
    public long mapNext() throws IOException {
        return readItems();
    }

    @Override
    public long skipMap() throws IOException {
        return skipItems();
    }

    private byte[] readBytes() throws IOException {
        int length = readLength();
        int from = past(length);
        return Arrays.copyOfRange(bytes, from, from + length);
    }

    private int readLength() throws IOException {
        long length = readLong();
        if (length < 0 || length > remainingBytes()) {
            throw new EOFException("A length of " + length + ", and " + remainingBytes() + " bytes are left");
        }
        return (int) length;
    }

    /// Below zero stands the number of items that have their length before them.
    private long readItems() throws IOException {
        long items = readLong();
        if (items < 0) {
            items = -items;
            readLength();
        }
        if (items < 0 || items > remainingBytes()) {
            throw new AvroRuntimeException(
                    "A number of " + items + " items, and " + remainingBytes() + " bytes are left");
        }
        return items;
    }

    /// @return how many are left to be skipped one by one
    private long skipItems() throws IOException {
        long items = readLong();
        while (items < 0) {
            past(readLength());
            items = readLong();
        }
        return items;
    }

    /// @return where so many bytes begin, which are read now
    private int past(int length) throws EOFException {
        if (length > remainingBytes()) {
            throw new EOFException("There are no " + length + " bytes left");
        }
        int from = position;
        position += length;
        return from;
    }
}
