package dev.playhead.streams.audience;

import dev.playhead.streams.progress.StoredFormException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/// What the stored forms of sums have in common: their version first, and nothing behind what it
/// says.
final class StoredSums {
    private StoredSums() {}

    static <S> S read(byte[] stored, byte newest, Reader<S> reader) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        try {
            byte version = bytes.get();
            if (version < 1 || version > newest) {
                throw new StoredFormException("A stored sum has version " + version + ", known are up to " + newest
                        + ": it was written by a newer release, or by something else");
            }
            S sum = reader.read(version, bytes);
            if (bytes.hasRemaining()) {
                throw new StoredFormException("A stored sum has " + bytes.remaining() + " bytes more than it says");
            }
            return sum;
        } catch (BufferUnderflowException e) {
            throw new StoredFormException("A stored sum of " + stored.length + " bytes is cut short", e);
        } catch (IllegalArgumentException e) {
            throw new StoredFormException("A stored sum cannot be: " + e.getMessage(), e);
        }
    }

    interface Reader<S> {
        S read(byte version, ByteBuffer bytes);
    }
}
