package dev.playhead.query.projection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/// What the projection of a topic counts.
final class ProjectionMetrics {
    static final String TOPIC = "topic";

    private final Counter put;
    private final Counter deleted;
    private final Counter fenced;
    private final Map<SetAside.Why, Counter> setAside = new EnumMap<>(SetAside.Why.class);
    private final Timer endToEnd;
    private final String topic;
    private final InstantSource clock;

    /// @param topic in a word
    ProjectionMetrics(String topic, MeterRegistry registry, InstantSource clock) {
        this.topic = topic;
        this.clock = clock;
        put = rows(registry, "put");
        deleted = rows(registry, "deleted");
        fenced = Counter.builder("playhead.projection.fenced")
                .description("Batches refused because another instance had moved a partition on")
                .tag(TOPIC, topic)
                .register(registry);
        for (SetAside.Why why : SetAside.Why.values()) {
            setAside.put(why, setAside(registry, why));
        }
        endToEnd = Timer.builder("playhead.projection.end.to.end")
                .description("From an event's receipt to its being visible")
                .tag(TOPIC, topic)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(5))
                .maximumExpectedValue(Duration.ofMinutes(1))
                .register(registry);
    }

    void committed(Batch batch) {
        for (Change change : batch.changes()) {
            (change.isPut() ? put : deleted).increment();
        }
        for (SetAside each : batch.setAside()) {
            Objects.requireNonNull(setAside.get(each.why())).increment();
        }
    }

    void visible(ConsumerRecords<byte[], byte[]> records) {
        long nowMs = clock.millis();
        for (ConsumerRecord<byte[], byte[]> each : records) {
            endToEnd.record(Duration.ofMillis(Math.max(0, nowMs - each.timestamp())));
        }
    }

    void fenced() {
        fenced.increment();
    }

    private Counter setAside(MeterRegistry registry, SetAside.Why why) {
        return Counter.builder("playhead.projection.set.aside")
                .description("Records that change no row and are kept for a person to look at")
                .tag(TOPIC, topic)
                .tag("reason", why.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    private Counter rows(MeterRegistry registry, String change) {
        return Counter.builder("playhead.projection.rows")
                .description("Rows written, after keeping only the last change of each key in a batch")
                .tag(TOPIC, topic)
                .tag("change", change)
                .register(registry);
    }
}
