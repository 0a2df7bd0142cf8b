package dev.playhead.bench.freshness;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/// Latencies by the quarter of a run in which they were taken.
final class Quarters {
    private static final int DIGITS = 3;
    private static final int COUNT = 4;

    private final Duration whole;
    private final Histogram[] quarters = new Histogram[COUNT];

    Quarters(Duration whole) {
        this.whole = whole;
        for (int i = 0; i < COUNT; i++) {
            quarters[i] = new Histogram(DIGITS);
        }
    }

    /// What comes after the end belongs to the last.
    void add(Duration at, Histogram nanos) {
        int quarter = (int) (COUNT * at.toMillis() / Math.max(1, whole.toMillis()));
        quarters[Math.min(COUNT - 1, quarter)].add(nanos);
    }

    /// @param number from 1 to 4
    Histogram of(int number) {
        return quarters[number - 1];
    }
}
