package dev.playhead.bench.report;

import org.HdrHistogram.Histogram;

/// Limit and ours, one after the other.
public record Round(Latency limit, Latency ours) {
    /// @param p50Ms milliseconds
    public record Latency(double p50Ms, double p99Ms, long calls) {
        private static final double NANOS_IN_MS = 1_000_000;

        public static Latency of(Histogram nanos) {
            return new Latency(
                    nanos.getValueAtPercentile(50) / NANOS_IN_MS,
                    nanos.getValueAtPercentile(99) / NANOS_IN_MS,
                    nanos.getTotalCount());
        }
    }

    double ratio() {
        return ours.p99Ms() / limit.p99Ms();
    }
}
