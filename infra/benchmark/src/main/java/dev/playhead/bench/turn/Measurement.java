package dev.playhead.bench.turn;

import dev.playhead.bench.report.Measured;
import java.util.List;

/// One of the things that `infra/bench` measures.
public interface Measurement {
    List<Measured> run(Ground ground) throws Exception;
}
