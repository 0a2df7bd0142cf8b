package dev.playhead.bench.report;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// What came out for one path.
///
/// @param unit of the values that are compared
/// @param goal of the ratio of ours to the limit
public record Measured(String path, String unit, Goal goal, List<Round> rounds) {
    public Measured {
        rounds = List.copyOf(rounds);
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured");
        }
    }

    /// The middle one of the rounds.
    public double ratio() {
        return median(Round::ratio);
    }

    public double lowestRatio() {
        return rounds.stream().mapToDouble(Round::ratio).min().orElseThrow();
    }

    public double highestRatio() {
        return rounds.stream().mapToDouble(Round::ratio).max().orElseThrow();
    }

    public boolean isMet() {
        return goal.isMetBy(ratio());
    }

    double median(ToDoubleFunction<Round> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
