package dev.playhead.streams.engine;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Ready is who has all partitions restored, hears from the broker, and gets on. The log says when
/// that changes, and why.
final class EngineHealth implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(EngineHealth.class);
    private static final String READY = "ready";

    private static final String HEARTBEAT_METRIC = "last-heartbeat-seconds-ago";
    /// Longer than a session: by then the broker has taken the partitions away, if it is there.
    private static final double HEARTBEAT_SECONDS_MAX = 8;

    private final Engine engine;
    private final Failures failures;
    private final AtomicReference<String> last = new AtomicReference<>("");

    EngineHealth(Engine engine, Failures failures) {
        this.engine = engine;
        this.failures = failures;
    }

    @Override
    public Health health() {
        String now = engine.streams().map(this::condition).orElse("not started");
        String before = last.getAndSet(now);
        if (!now.equals(before)) {
            LOG.info("Progress is {}", now);
        }
        return now.equals(READY) ? Health.up().build() : Health.outOfService().build();
    }

    private String condition(KafkaStreams streams) {
        if (failures.isFailing()) {
            return "failing";
        }
        if (!hearsFromBroker(streams)) {
            return "without a broker";
        }
        return streams.state() == KafkaStreams.State.RUNNING
                ? READY
                : streams.state().name().toLowerCase(Locale.ROOT);
    }

    /// Kafka Streams itself calls it running when no broker answers any more.
    private static boolean hearsFromBroker(KafkaStreams streams) {
        return streams.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals(HEARTBEAT_METRIC))
                .map(Metric::metricValue)
                .allMatch(seconds -> ((Number) seconds).doubleValue() <= HEARTBEAT_SECONDS_MAX);
    }
}
