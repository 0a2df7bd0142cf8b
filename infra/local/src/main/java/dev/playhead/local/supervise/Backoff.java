package dev.playhead.local.supervise;

import java.time.Duration;

/// How long to wait before a part is started again: not at all the first time, longer each time it
/// dies soon after.
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    /// A part that has been up this long was not ill from the start.
    private static final Duration WELL = Duration.ofSeconds(60);

    private Duration next = Duration.ZERO;

    Duration after(Duration up) {
        Duration now = up.compareTo(WELL) >= 0 ? Duration.ZERO : next;
        next = now.isZero() ? FIRST : shorter(now.multipliedBy(2), LONGEST);
        return now;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
