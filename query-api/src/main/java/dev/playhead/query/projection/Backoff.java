package dev.playhead.query.projection;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// Longer pauses between attempts, up to a bound, and never the same for two instances.
final class Backoff {
    private static final long FIRST_MS = 100;
    private static final long MAX_MS = 3_000;

    private final RandomGenerator random;
    private long nextMs = FIRST_MS;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    Duration next() {
        long pauseMs = nextMs / 2 + random.nextLong(nextMs / 2 + 1);
        nextMs = Math.min(MAX_MS, nextMs * 2);
        return Duration.ofMillis(pauseMs);
    }

    void reset() {
        nextMs = FIRST_MS;
    }
}
