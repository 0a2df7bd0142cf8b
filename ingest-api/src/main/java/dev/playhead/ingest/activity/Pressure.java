package dev.playhead.ingest.activity;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Who may append now. What waits for acknowledgement is bounded in bytes; and while brokers do not
/// acknowledge, callers are told so at once instead of each waiting to find out, all but one every
/// half a second, who finds out for the others when it is over.
final class Pressure {
    private static final long PROBE_EVERY_NANOS = Duration.ofMillis(500).toNanos();

    private final long bytesMax;
    private final LongSupplier nanoTime;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong probeAtNanos = new AtomicLong();
    private volatile boolean isAway;

    /// @param bytesMax of all that waits
    Pressure(long bytesMax, LongSupplier nanoTime) {
        this.bytesMax = bytesMax;
        this.nanoTime = nanoTime;
    }

    /// Whether so much may be appended. Whoever may, says when it no longer waits.
    boolean enter(long size) {
        if (isAway && !probes()) {
            return false;
        }
        if (bytes.addAndGet(size) <= bytesMax) {
            return true;
        }
        bytes.addAndGet(-size);
        return false;
    }

    /// @param isAway whether brokers did not acknowledge
    void leave(long size, boolean isAway) {
        bytes.addAndGet(-size);
        if (isAway) {
            probeAtNanos.set(nanoTime.getAsLong() + PROBE_EVERY_NANOS);
        }
        // Read first: on the way of every heartbeat, and nearly always the same.
        if (this.isAway != isAway) {
            this.isAway = isAway;
        }
    }

    long bytes() {
        return bytes.get();
    }

    private boolean probes() {
        long now = nanoTime.getAsLong();
        long at = probeAtNanos.get();
        return now - at >= 0 && probeAtNanos.compareAndSet(at, now + PROBE_EVERY_NANOS);
    }
}
