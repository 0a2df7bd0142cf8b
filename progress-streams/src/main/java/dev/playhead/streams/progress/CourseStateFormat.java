package dev.playhead.streams.progress;

import java.nio.BufferUnderflowException;

/// The form in which a [CourseState] is stored. Each version that was ever released is read; the
/// newest is written.
public final class CourseStateFormat {
    static final byte VERSION = 3;

    /// With shares that changed with each heartbeat too, which are not followed any more.
    private static final byte WITH_ALL_SHARES = 2;

    /// As release 0.1 wrote it.
    private static final byte WITHOUT_SHARES = 1;

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
        state.shares().write(bytes);
        return bytes.toArray();
    }

    /// The way back.
    ///
    /// @throws StoredFormException where the bytes are none of ours
    public static CourseState read(byte[] stored) {
        StoredReader bytes = new StoredReader(stored);
        try {
            byte version = bytes.octet();
            if (version < WITHOUT_SHARES || version > VERSION) {
                throw new StoredFormException("A stored course state has version " + version + ", known are up to "
                        + VERSION + ": it was written by a newer release, or by something else");
            }
            byte flags = bytes.octet();
            Marker marker = new Marker(bytes.integer(), bytes.number());
            long courseVersion = bytes.number();
            Long completedAt = (flags & COMPLETED) == 0 ? null : Long.valueOf(bytes.number());
            KeptShares shares = version == WITHOUT_SHARES ? KeptShares.NONE : KeptShares.read(bytes);
            if (bytes.hasRemaining()) {
                throw new StoredFormException(
                        "A stored course state has " + bytes.remaining() + " bytes more than it says");
            }
            CourseState state = new CourseState(marker, completedAt, courseVersion, shares);
            return version == WITH_ALL_SHARES ? state.withoutShares() : state;
        } catch (BufferUnderflowException | ArithmeticException e) {
            throw new StoredFormException(
                    "A stored course state of " + stored.length + " bytes is cut short or damaged", e);
        }
    }
}
