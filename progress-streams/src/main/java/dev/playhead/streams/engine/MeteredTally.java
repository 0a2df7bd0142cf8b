package dev.playhead.streams.engine;

import dev.playhead.schemas.id.DeadLetter;
import dev.playhead.streams.topology.Tally;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

final class MeteredTally implements Tally {
    private final Counter heartbeats;
    private final Counter interactions;
    private final Counter resets;
    private final Counter completions;
    private final Map<DeadLetter.Reason, Counter> deadLetters = new EnumMap<>(DeadLetter.Reason.class);

    MeteredTally(MeterRegistry meters) {
        heartbeats = Counter.builder("playhead.streams.heartbeats")
                .description("Heartbeats folded")
                .register(meters);
        interactions = Counter.builder("playhead.streams.interactions")
                .description("Likes, unlikes and shares folded")
                .register(meters);
        resets = Counter.builder("playhead.streams.resets")
                .description("Resets applied")
                .register(meters);
        completions = Counter.builder("playhead.completions")
                .description("Completions announced")
                .register(meters);
        for (DeadLetter.Reason reason : DeadLetter.Reason.values()) {
            deadLetters.put(reason, deadLetters(meters, reason));
        }
    }

    @Override
    public void heartbeat(int completed) {
        heartbeats.increment();
        completions.increment(completed);
    }

    @Override
    public void interaction() {
        interactions.increment();
    }

    @Override
    public void reset() {
        resets.increment();
    }

    @Override
    public void deadLetter(DeadLetter.Reason reason) {
        Counter counter = deadLetters.get(reason);
        if (counter != null) {
            counter.increment();
        }
    }

    private static Counter deadLetters(MeterRegistry meters, DeadLetter.Reason reason) {
        return Counter.builder("playhead.dead.letters")
                .description("Records set aside because they cannot be read or applied")
                .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                .register(meters);
    }
}
