package dev.playhead.streams.engine;

import dev.playhead.streams.topology.Tally;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

final class MeteredTally implements Tally {
    private final Counter heartbeats;
    private final Counter completions;

    MeteredTally(MeterRegistry meters) {
        heartbeats = Counter.builder("playhead.streams.heartbeats")
                .description("Heartbeats folded")
                .register(meters);
        completions = Counter.builder("playhead.completions")
                .description("Completions announced")
                .register(meters);
    }

    @Override
    public void heartbeat() {
        heartbeats.increment();
    }

    @Override
    public void completion() {
        completions.increment();
    }
}
