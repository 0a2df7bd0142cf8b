package dev.playhead.bench.freshness;

import dev.playhead.bench.report.Figure;
import dev.playhead.bench.report.Goal;
import dev.playhead.bench.report.Measured;
import dev.playhead.bench.report.Round;
import dev.playhead.bench.turn.Ground;
import dev.playhead.bench.turn.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/// How long after a heartbeat was meant to be sent a read of its student says it, at half of the
/// highest rate at which nothing piles up. There is no limit but the goal.
public final class FreshnessBench implements Measurement {
    static final double P50_MS_MAX = 200;
    static final double P99_MS_MAX = 500;

    /// So few that reads are no load beside the writes, and enough for a percentile.
    static final double READS_PER_SECOND_MAX = 100;

    private static final double READS_A_WRITE = 0.25;

    @Override
    public List<Measured> run(Ground ground) throws Exception {
        try (Whole whole = Whole.begin(ground)) {
            double maximum = whole.maximum(ground, ground.each());
            List<Round> halves = new ArrayList<>();
            List<Round> most = new ArrayList<>();
            for (int round = 1; round <= ground.rounds(); round++) {
                ground.say()
                        .accept("Measuring: freshness at %,.0f a second, round %d of %d"
                                .formatted(maximum / 2, round, ground.rounds()));
                Histogram nanos = atRate(whole, maximum / 2, ground);
                Map<String, Double> more = Map.of("max_per_s", maximum, "max_ms", nanos.getMaxValue() / 1e6);
                halves.add(new Round(
                        Figure.of(P50_MS_MAX), Figure.of(Figure.ms(nanos, 50)).with(more)));
                most.add(new Round(Figure.of(P99_MS_MAX), Figure.p99(nanos).with(Map.of("put_off", (double)
                        whole.readers().putOff()))));
            }
            return List.of(
                    new Measured("freshness p50", "ms", Goal.atMost(1), halves),
                    new Measured("freshness p99", "ms", Goal.atMost(1), most));
        }
    }

    private static Histogram atRate(Whole whole, double perSecond, Ground ground) throws Exception {
        whole.readers().begin(readsPerSecond(perSecond));
        whole.posts().openLoop(perSecond, ground.each());
        whole.readers().end();
        return whole.readers().taken();
    }

    static double readsPerSecond(double writesPerSecond) {
        return Math.min(READS_PER_SECOND_MAX, READS_A_WRITE * writesPerSecond);
    }
}
