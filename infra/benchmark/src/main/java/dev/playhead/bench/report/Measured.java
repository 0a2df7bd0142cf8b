package dev.playhead.bench.report;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What came out for one path.
///
/// @param goal what the ratio of ours to the limit is to be at most
public record Measured(String path, double goal, List<Round> rounds) {
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
        return ratio() <= goal;
    }

    double median(ToDoubleFunction<Round> value) {
        List<Double> sorted = rounds.stream()
                .map(value::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
