package dev.playhead.streams.topology;

import java.time.Duration;

/// When a material's sums are told: once a second by wall clock, by all tasks at the same moment, so
/// that they are added up together; and other materials at other moments, so that not all of them
/// come at once.
final class Moment {
    private static final long SECOND_MS = Duration.ofSeconds(1).toMillis();

    private Moment() {}

    /// The next one of a material.
    static long after(long nowMs, String material) {
        return nowMs + SECOND_MS - Math.floorMod(nowMs - material.hashCode(), SECOND_MS);
    }
}
