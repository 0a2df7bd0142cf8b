package dev.playhead.streams.audience;

import dev.playhead.streams.progress.StoredFormException;
import dev.playhead.streams.progress.StoredReader;
import java.nio.BufferUnderflowException;
import java.util.function.Function;

/// What the stored forms of sums have in common: their version first, and nothing behind what it
/// says.
final class StoredSums {
    private StoredSums() {}

    static <S> S read(byte[] stored, byte known, Function<StoredReader, S> reader) {
        StoredReader bytes = new StoredReader(stored);
        try {
            byte version = bytes.octet();
            if (version != known) {
                throw new StoredFormException("A stored sum has version " + version + ", known is " + known
                        + ": it was written by a newer release, or by something else");
            }
            S sum = reader.apply(bytes);
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
}
