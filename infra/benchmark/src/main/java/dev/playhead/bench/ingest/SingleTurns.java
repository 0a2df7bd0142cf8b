package dev.playhead.bench.ingest;

import dev.playhead.bench.report.Figure;
import dev.playhead.bench.report.Goal;
import dev.playhead.bench.report.Measured;
import dev.playhead.bench.report.Round;
import dev.playhead.bench.turn.Ground;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// All three in turn: first how many they take, then how long an answer takes where half as many
/// come as ours takes, so that what is compared is no queue.
final class SingleTurns {
    private final Ground ground;
    private final Contestant durable;
    private final Contestant ours;
    private final Contestant naive;
    private final List<Round> overDurable = new ArrayList<>();
    private final List<Round> overNaive = new ArrayList<>();
    private final List<Round> latencyOverDurable = new ArrayList<>();
    private final List<Round> latencyOverNaive = new ArrayList<>();

    SingleTurns(Ground ground, Contestant durable, Contestant ours, Contestant naive) {
        this.ground = ground;
        this.durable = durable;
        this.ours = ours;
        this.naive = naive;
    }

    void take(int round) {
        ground.say().accept("Measuring: single heartbeats, round %d of %d".formatted(round, ground.rounds()));
        Duration each = ground.each();
        Figure durableMost = durable.saturated(each);
        Figure oursMost = ours.saturated(each);
        Figure naiveMost = naive.saturated(each);
        overDurable.add(new Round(durableMost, oursMost));
        overNaive.add(new Round(naiveMost, oursMost));

        double half = oursMost.value() / 2;
        Figure oursAtHalf = ours.at(half, each.dividedBy(2));
        latencyOverDurable.add(new Round(durable.at(half, each.dividedBy(2)), oursAtHalf));
        latencyOverNaive.add(new Round(naive.at(Math.min(half, naiveMost.value() / 2), each.dividedBy(2)), oursAtHalf));
    }

    List<Measured> measured(Goal goal) {
        return List.of(
                new Measured("single", "/s", goal, overDurable),
                new Measured("single, at half", "ms p99", Goal.none(), latencyOverDurable),
                new Measured("naive upsert", "/s", Goal.none(), overNaive),
                new Measured("naive upsert, at half", "ms p99", Goal.none(), latencyOverNaive));
    }
}
