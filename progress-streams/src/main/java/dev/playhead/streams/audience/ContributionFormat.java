package dev.playhead.streams.audience;

import dev.playhead.streams.progress.StoredBytes;
import dev.playhead.streams.progress.StoredFormException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/// The form in which a [Contribution] is stored and told. Each version that was ever released is
/// read; the newest is written.
public final class ContributionFormat {
    static final byte VERSION = 1;

    private ContributionFormat() {}

    public static byte[] write(Contribution contribution) {
        StoredBytes bytes = new StoredBytes();
        bytes.octet(VERSION);
        bytes.number(contribution.viewers());
        bytes.number(contribution.completions());
        bytes.number(contribution.likes());
        bytes.number(contribution.shares());
        return bytes.toArray();
    }

    /// The way back.
    ///
    /// @throws StoredFormException where the bytes are none of ours
    public static Contribution read(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        try {
            byte version = bytes.get();
            if (version != VERSION) {
                throw new StoredFormException("A stored contribution has version " + version + ", known are up to "
                        + VERSION + ": it was written by a newer release, or by something else");
            }
            Contribution contribution = new Contribution(
                    StoredBytes.number(bytes),
                    StoredBytes.number(bytes),
                    StoredBytes.number(bytes),
                    StoredBytes.number(bytes));
            if (bytes.hasRemaining()) {
                throw new StoredFormException(
                        "A stored contribution has " + bytes.remaining() + " bytes more than it says");
            }
            return contribution;
        } catch (BufferUnderflowException e) {
            throw new StoredFormException("A stored contribution of " + stored.length + " bytes is cut short", e);
        }
    }
}
