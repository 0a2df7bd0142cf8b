package dev.playhead.bench.topology;

import dev.playhead.bench.backlog.PrimeTime;
import dev.playhead.bench.report.Goal;
import dev.playhead.bench.report.Measured;
import dev.playhead.bench.stack.Stack;
import dev.playhead.bench.turn.Ground;
import dev.playhead.bench.turn.Measurement;
import java.util.List;

/// How many heartbeats a second the topology takes from a backlog, beside the same stores and
/// emits alone.
public final class TopologyBench implements Measurement {
    private static final String PATH = "topology";
    private static final String UNIT = "records/s";
    private static final Goal GOAL = Goal.atLeast(0.7);

    @Override
    public List<Measured> run(Ground ground) throws Exception {
        try (Stack stack = Stack.begin(ground);
                Duel duel = new Duel(ground, stack, new PrimeTime())) {
            return List.of(new Measured(PATH, UNIT, GOAL, duel.rounds(PATH)));
        }
    }

    /// The same with so many pairs of student and video in the stores, among which those who watch
    /// stand far from each other.
    public Measured among(Ground ground, long pairs) throws Exception {
        String path = "topology of %,d".formatted(pairs);
        long students = pairs / PrimeTime.VIDEOS;
        try (Stack stack = Stack.begin(ground);
                Duel duel = new Duel(ground, stack, PrimeTime.among(students))) {
            duel.grow(students);
            return new Measured(path, UNIT, GOAL, duel.rounds(path));
        }
    }
}
