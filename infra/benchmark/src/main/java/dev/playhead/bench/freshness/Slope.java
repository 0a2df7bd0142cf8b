package dev.playhead.bench.freshness;

import java.util.ArrayList;
import java.util.List;

/// How fast something grows, by the straight line that is nearest to what was seen of it.
final class Slope {
    private final List<double[]> points = new ArrayList<>();

    void add(double seconds, double value) {
        points.add(new double[] {seconds, value});
    }

    /// In a second; none of fewer than two points.
    double perSecond() {
        double meanX = points.stream().mapToDouble(point -> point[0]).average().orElse(0);
        double meanY = points.stream().mapToDouble(point -> point[1]).average().orElse(0);
        double square = points.stream()
                .mapToDouble(point -> (point[0] - meanX) * (point[0] - meanX))
                .sum();
        double product = points.stream()
                .mapToDouble(point -> (point[0] - meanX) * (point[1] - meanY))
                .sum();
        return square == 0 ? 0 : product / square;
    }
}
