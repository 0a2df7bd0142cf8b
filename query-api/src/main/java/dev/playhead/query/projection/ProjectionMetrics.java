package dev.playhead.query.projection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/// What the projection counts.
final class ProjectionMetrics {
    private final Counter put;
    private final Counter deleted;
    private final Counter fenced;
    private final Counter unreadable;
    private final Timer endToEnd;
    private final InstantSource clock;

    ProjectionMetrics(MeterRegistry registry, InstantSource clock) {
        this.clock = clock;
        put = rows(registry, "put");
        deleted = rows(registry, "deleted");
        fenced = Counter.builder("playhead.projection.fenced")
                .description("Batches refused because another instance had moved a partition on")
                .register(registry);
        unreadable = Counter.builder("playhead.projection.unreadable")
                .description("Records passed over because they cannot be read")
                .register(registry);
        endToEnd = Timer.builder("playhead.projection.end.to.end")
                .description("From an event's receipt to its being visible")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(5))
                .maximumExpectedValue(Duration.ofMinutes(1))
                .register(registry);
    }

    void committed(Batch batch, ConsumerRecords<byte[], byte[]> records) {
        for (Change change : batch.changes()) {
            (change.isPut() ? put : deleted).increment();
        }
        batch.unreadable().forEach(each -> unreadable.increment(each.count()));
        long nowMs = clock.millis();
        for (ConsumerRecord<byte[], byte[]> each : records) {
            endToEnd.record(Duration.ofMillis(Math.max(0, nowMs - each.timestamp())));
        }
    }

    void fenced() {
        fenced.increment();
    }

    private static Counter rows(MeterRegistry registry, String change) {
        return Counter.builder("playhead.projection.rows")
                .description("Rows written, after keeping only the last change of each key in a batch")
                .tag("change", change)
                .register(registry);
    }
}
