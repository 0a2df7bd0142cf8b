package dev.playhead.query.completions;

import java.time.Duration;

/// A time by which something is to be done, whatever it takes.
record Deadline(long nanoTime) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean isOver() {
        return nanoTime - System.nanoTime() <= 0;
    }

    /// One that leaves as much time again.
    Deadline halfway() {
        return in(left().dividedBy(2));
    }

    /// Never below zero.
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }
}
