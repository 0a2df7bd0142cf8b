package dev.playhead.bench;

import dev.playhead.bench.freshness.FreshnessBench;
import dev.playhead.bench.freshness.SoakBench;
import dev.playhead.bench.growth.GrowthBench;
import dev.playhead.bench.ingest.BatchBench;
import dev.playhead.bench.ingest.SingleBench;
import dev.playhead.bench.memory.MemoryBench;
import dev.playhead.bench.projection.ProjectionBench;
import dev.playhead.bench.query.QueryBench;
import dev.playhead.bench.topology.TopologyBench;
import dev.playhead.bench.turn.Measurement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What can be named on the command line.
enum Subject {
    SINGLE(true, new SingleBench()),
    BATCH(true, new BatchBench()),
    TOPOLOGY(true, new TopologyBench()),
    PROJECTION(true, new ProjectionBench()),
    FRESHNESS(true, new FreshnessBench()),
    QUERY(true, new QueryBench()),
    SOAK(false, new SoakBench(), Duration.ofMinutes(20)),
    GROWTH(false, new GrowthBench()),
    MEMORY(false, new MemoryBench());

    private final boolean ordinary;
    private final Measurement measurement;
    private final Duration each;

    Subject(boolean ordinary, Measurement measurement) {
        this(ordinary, measurement, Duration.ofSeconds(5));
    }

    Subject(boolean ordinary, Measurement measurement, Duration each) {
        this.ordinary = ordinary;
        this.measurement = measurement;
        this.each = each;
    }

    /// Those of a run that names none.
    static List<Subject> ordinary() {
        return Arrays.stream(values()).filter(each -> each.ordinary).toList();
    }

    static Optional<Subject> named(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Measurement measurement() {
        return measurement;
    }

    /// How long it runs, or each part of it, unless that is said.
    Duration each() {
        return each;
    }
}
