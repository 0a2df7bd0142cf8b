package dev.playhead.streams.engine;

import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Ready is who has all partitions restored, hears from the broker, and gets on.
final class EngineHealth implements HealthIndicator {
    private static final String HEARTBEAT_METRIC = "last-heartbeat-seconds-ago";
    /// Longer than a session: by then the broker has taken the partitions away, if it is there.
    private static final double HEARTBEAT_SECONDS_MAX = 8;

    private final Engine engine;
    private final Failures failures;

    EngineHealth(Engine engine, Failures failures) {
        this.engine = engine;
        this.failures = failures;
    }

    @Override
    public Health health() {
        boolean isReady = engine.streams().map(this::isReady).orElse(false);
        return isReady ? Health.up().build() : Health.outOfService().build();
    }

    private boolean isReady(KafkaStreams streams) {
        return streams.state() == KafkaStreams.State.RUNNING && !failures.isFailing() && hearsFromBroker(streams);
    }

    /// Kafka Streams itself calls it running when no broker answers any more.
    private static boolean hearsFromBroker(KafkaStreams streams) {
        return streams.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals(HEARTBEAT_METRIC))
                .map(Metric::metricValue)
                .allMatch(seconds -> ((Number) seconds).doubleValue() <= HEARTBEAT_SECONDS_MAX);
    }
}
