package dev.playhead.ingest.shorts;

import dev.playhead.ingest.heartbeat.Verdict.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/// How many likes and shares were accepted and, by reason, how many were not.
public final class InteractionMeters {
    private static final String NAME = "playhead.ingest.interactions";

    private final MeterRegistry registry;
    private final Counter accepted;
    private final Counter unavailable;

    public InteractionMeters(MeterRegistry registry) {
        this.registry = registry;
        accepted = counter("accepted", "none");
        unavailable = counter("failed", "unavailable");
    }

    void accepted() {
        accepted.increment();
    }

    void unavailable() {
        unavailable.increment();
    }

    void refused(Reason reason) {
        counter("refused", reason.name().toLowerCase(Locale.ROOT)).increment();
    }

    private Counter counter(String outcome, String reason) {
        return Counter.builder(NAME)
                .description("Likes and shares of shorts, by what became of them")
                .tag("outcome", outcome)
                .tag("reason", reason)
                .register(registry);
    }
}
