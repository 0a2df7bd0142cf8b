package dev.playhead.ingest.catalog;

import java.time.Duration;
import java.util.function.LongSupplier;

/// When the broker last answered.
public final class BrokerPulse {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /// An answer has three seconds, and a broker that misses one is not away.
    static final Duration ALIVE_FOR = Duration.ofSeconds(6);

    private final LongSupplier nanoTime;
    private volatile long beatNanos;
    private volatile boolean beaten;

    /// @param nanoTime as of [System#nanoTime]
    public BrokerPulse(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void beat() {
        beatNanos = nanoTime.getAsLong();
        beaten = true;
    }

    boolean isDue() {
        return !isWithin(INTERVAL);
    }

    public boolean isAlive() {
        return isWithin(ALIVE_FOR);
    }

    private boolean isWithin(Duration bound) {
        return beaten && nanoTime.getAsLong() - beatNanos < bound.toNanos();
    }
}
