package dev.playhead.streams.progress;

import java.nio.charset.StandardCharsets;

/// Eight bytes for a text, the same for good: FNV-1a. It is part of the stored forms and cannot
/// change without new versions of those.
final class StableHash {
    private static final long SEED = 0xcbf29ce484222325L;
    private static final long FACTOR = 0x100000001b3L;

    private StableHash() {}

    static long of(String text) {
        long hash = SEED;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FACTOR;
        }
        return hash;
    }
}
