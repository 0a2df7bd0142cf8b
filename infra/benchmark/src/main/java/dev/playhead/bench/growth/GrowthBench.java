package dev.playhead.bench.growth;

import dev.playhead.bench.query.QueryBench;
import dev.playhead.bench.report.Figure;
import dev.playhead.bench.report.Goal;
import dev.playhead.bench.report.Measured;
import dev.playhead.bench.report.Round;
import dev.playhead.bench.topology.TopologyBench;
import dev.playhead.bench.turn.Ground;
import dev.playhead.bench.turn.Measurement;
import java.util.List;

/// Whether ten times as many pairs of student and video cost more each. Each size is measured
/// against the limit at that size; what is compared are the two ratios.
public final class GrowthBench implements Measurement {
    private static final int TIMES = 10;
    private static final Goal GOAL = Goal.atMost(1.2);
    private static final String UNIT = "ratio";

    @Override
    public List<Measured> run(Ground ground) throws Exception {
        long few = ground.rows();
        long many = TIMES * few;
        TopologyBench topology = new TopologyBench();
        Measured topologyOfFew = topology.among(ground, few);
        Measured topologyOfMany = topology.among(ground, many);
        Measured statusOfFew = status(ground, few);
        Measured statusOfMany = status(ground, many);
        return List.of(
                topologyOfFew,
                topologyOfMany,
                // Of a rate less is worse, of a time more.
                grown("growth of topology", topologyOfMany.ratio(), topologyOfFew.ratio()),
                statusOfFew,
                statusOfMany,
                grown("growth of status", statusOfFew.ratio(), statusOfMany.ratio()));
    }

    private static Measured status(Ground ground, long rows) throws Exception {
        Measured status = QueryBench.of("status").run(ground.withRows(rows)).getFirst();
        return new Measured("status of %,d".formatted(rows), status.unit(), status.goal(), status.rounds());
    }

    private static Measured grown(String path, double limit, double ours) {
        return new Measured(path, UNIT, GOAL, List.of(new Round(Figure.of(limit), Figure.of(ours))));
    }
}
