package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.heartbeat.Verdict.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// How many heartbeats were accepted and, by reason, how many were not.
public final class HeartbeatMeters {
    private static final String NAME = "playhead.ingest.heartbeats";

    private final Counter accepted;
    private final Counter unavailable;
    private final Map<Reason, Counter> refused = new EnumMap<>(Reason.class);

    public HeartbeatMeters(MeterRegistry registry) {
        accepted = counter(registry, "accepted", "none");
        unavailable = counter(registry, "failed", "unavailable");
        for (Reason reason : Reason.values()) {
            refused.put(reason, counter(registry, "refused", reason.name().toLowerCase(Locale.ROOT)));
        }
    }

    void accepted(int count) {
        accepted.increment(count);
    }

    void unavailable(int count) {
        unavailable.increment(count);
    }

    public void refused(Reason reason) {
        Counter counter = refused.get(reason);
        if (counter != null) {
            counter.increment();
        }
    }

    private static Counter counter(MeterRegistry registry, String outcome, String reason) {
        return Counter.builder(NAME)
                .description("Heartbeats of players, by what became of them")
                .tag("outcome", outcome)
                .tag("reason", reason)
                .register(registry);
    }
}
