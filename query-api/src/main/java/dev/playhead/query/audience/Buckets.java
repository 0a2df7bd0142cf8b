package dev.playhead.query.audience;

import dev.playhead.query.catalog.Decimals;
import java.math.BigDecimal;

/// A video's length in equal parts: as many as it has whole seconds, from 1 to 100.
record Buckets(long durationMs) {
    private static final int MAX = 100;
    private static final long MS_MIN = 1_000;

    int count() {
        return Math.clamp(durationMs / MS_MIN, 1, MAX);
    }

    /// Where a bucket begins; the one behind the last, where the video ends.
    BigDecimal start(int bucket) {
        return Decimals.seconds(startMs(bucket));
    }

    long startMs(int bucket) {
        return durationMs * bucket / count();
    }

    /// Where the middle of a bucket of so many lies, if there are others.
    static int at(int bucket, int of, int others) {
        return (int) ((2L * bucket + 1) * others / (2L * of));
    }
}
