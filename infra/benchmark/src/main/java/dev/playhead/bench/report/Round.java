package dev.playhead.bench.report;

/// Limit and ours, one after the other.
public record Round(Figure limit, Figure ours) {
    double ratio() {
        return ours.value() / limit.value();
    }
}
