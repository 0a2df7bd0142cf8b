package dev.playhead.streams.progress;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/// The form in which a [CourseState] is stored.
public final class CourseStateFormat {
    static final byte VERSION = 1;

    private static final int COMPLETED = 1;

    private CourseStateFormat() {}

    public static byte[] write(CourseState state) {
        Long completedAt = state.completedAt();
        StoredBytes bytes = new StoredBytes();
        bytes.octet(VERSION);
        bytes.octet(completedAt == null ? 0 : COMPLETED);
        bytes.number(state.marker().attempt());
        bytes.number(state.marker().resetAt());
        bytes.number(state.version());
        if (completedAt != null) {
            bytes.number(completedAt);
        }
        return bytes.toArray();
    }

    /// The way back.
    ///
    /// @throws StoredFormException where the bytes are none of ours
    public static CourseState read(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        try {
            byte version = bytes.get();
            if (version != VERSION) {
                throw new StoredFormException("A stored course state has version " + version + ", known is " + VERSION
                        + ": it was written by a newer release, or by something else");
            }
            byte flags = bytes.get();
            Marker marker = new Marker(Math.toIntExact(StoredBytes.number(bytes)), StoredBytes.number(bytes));
            long courseVersion = StoredBytes.number(bytes);
            Long completedAt = (flags & COMPLETED) == 0 ? null : Long.valueOf(StoredBytes.number(bytes));
            if (bytes.hasRemaining()) {
                throw new StoredFormException(
                        "A stored course state has " + bytes.remaining() + " bytes more than it says");
            }
            return new CourseState(marker, completedAt, courseVersion);
        } catch (BufferUnderflowException | ArithmeticException e) {
            throw new StoredFormException(
                    "A stored course state of " + stored.length + " bytes is cut short or damaged", e);
        }
    }
}
