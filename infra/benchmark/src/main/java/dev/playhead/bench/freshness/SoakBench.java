package dev.playhead.bench.freshness;

import dev.playhead.bench.load.Http;
import dev.playhead.bench.report.Figure;
import dev.playhead.bench.report.Goal;
import dev.playhead.bench.report.Measured;
import dev.playhead.bench.report.Round;
import dev.playhead.bench.turn.Ground;
import dev.playhead.bench.turn.Measurement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A long time at half of what it bears: whether it is the same at the end as at the beginning, and
/// whether everything that was accepted is there.
public final class SoakBench implements Measurement {
    private static final Duration TRY_MAX = Duration.ofSeconds(5);
    private static final Goal GROWTH = Goal.atMost(1.1);
    private static final Goal SLOWER = Goal.atMost(1.2);
    private static final double MB = 1_024 * 1_024;

    @Override
    public List<Measured> run(Ground ground) throws Exception {
        try (Whole whole = Whole.begin(ground);
                Http http = new Http()) {
            double perSecond = whole.maximum(ground, tried(ground.each())) / 2;
            ground.say()
                    .accept(
                            "Soaking for %,d s at %,.0f a second. Memory and disk in MB, lag in records: of the streams, and of the rows behind them"
                                    .formatted(ground.each().toSeconds(), perSecond));
            Soak soak = new Soak(whole, new Nurse(whole, http), ground.each(), ground.say());
            soak.run(perSecond);
            return measured(soak);
        }
    }

    /// For each rate, so that finding it is short beside the soak.
    private static Duration tried(Duration each) {
        Duration quarter = each.dividedBy(4);
        return quarter.compareTo(TRY_MAX) < 0 ? quarter : TRY_MAX;
    }

    private static List<Measured> measured(Soak soak) {
        List<Measured> measured = new ArrayList<>();
        soak.liveHeapsAtEnd()
                .forEach((service, atEnd) -> measured.add(
                        grown("heap " + service, GROWTH, soak.liveHeapsEarly().getOrDefault(service, 0L), atEnd)));
        soak.last()
                .resident()
                .forEach((process, atEnd) -> measured.add(grown(
                        "memory " + process,
                        Goal.none(),
                        soak.early().resident().getOrDefault(process, 0L),
                        atEnd)));
        soak.last()
                .disk()
                .forEach((what, atEnd) -> measured.add(
                        grown("disk " + what, Goal.none(), soak.early().disk().getOrDefault(what, 0L), atEnd)));
        measured.add(one(
                "freshness, last quarter",
                "ms p99",
                SLOWER,
                Figure.p99(soak.quarters().of(2)),
                Figure.p99(soak.quarters().of(4)).with(Map.of("put_off", (double) soak.putOff()))));
        measured.add(one(
                "heartbeats found again",
                "",
                Goal.atLeast(1),
                Figure.of((double) soak.accepted()),
                Figure.of((double) soak.found()).with(Map.of("set_aside", (double) soak.setAside()))));
        return measured;
    }

    private static Measured grown(String what, Goal goal, long early, long atEnd) {
        return one(what, "MB", goal, Figure.of(early / MB), Figure.of(atEnd / MB));
    }

    private static Measured one(String path, String unit, Goal goal, Figure limit, Figure ours) {
        return new Measured(path, unit, goal, List.of(new Round(limit, ours)));
    }
}
