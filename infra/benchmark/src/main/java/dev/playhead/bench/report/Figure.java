package dev.playhead.bench.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/// What one program reached in one round.
///
/// @param value what is compared
/// @param more what else is worth knowing of it, by name
public record Figure(double value, Map<String, Double> more) {
    private static final double NANOS_IN_MS = 1_000_000;

    public static Figure of(double value) {
        return new Figure(value, Map.of());
    }

    /// The 99th percentile in milliseconds, and beside it the half, the worst and how many there were.
    public static Figure p99(Histogram nanos) {
        return of(ms(nanos, 99)).with(latencies(nanos));
    }

    /// In milliseconds, by name.
    public static Map<String, Double> latencies(Histogram nanos) {
        Map<String, Double> more = new LinkedHashMap<>();
        more.put("p50_ms", ms(nanos, 50));
        more.put("p99_ms", ms(nanos, 99));
        more.put("max_ms", nanos.getMaxValue() / NANOS_IN_MS);
        more.put("calls", (double) nanos.getTotalCount());
        return more;
    }

    public static double ms(Histogram nanos, double percentile) {
        return nanos.getValueAtPercentile(percentile) / NANOS_IN_MS;
    }

    public Figure with(Map<String, Double> facts) {
        Map<String, Double> all = new LinkedHashMap<>(more);
        all.putAll(facts);
        return new Figure(value, all);
    }
}
