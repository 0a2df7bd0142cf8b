package dev.playhead.query.projection;

import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;

/// Notices that no broker is connected. Kafka's client tries again for ever and says so each time,
/// at a level that is therefore turned down; here it is said once.
final class BrokerWatch {
    private static final String CONNECTIONS = "connection-count";
    private static final Set<String> GROUPS = Set.of("consumer-metrics");
    private static final long EVERY_MS = 1_000;

    /// A new connection takes its time; only what lasts is an outage.
    private static final int ABSENCES_MIN = 3;

    private final Outage outage;
    private long nextMs;
    private int absences;

    BrokerWatch(Outage outage) {
        this.outage = outage;
    }

    void look(Consumer<?, ?> consumer, long nowMs) {
        if (nowMs < nextMs) {
            return;
        }
        nextMs = nowMs + EVERY_MS;
        if (isConnected(consumer)) {
            absences = 0;
            outage.ended(nowMs);
        } else if (++absences >= ABSENCES_MIN) {
            outage.began("no Kafka broker answers", nowMs);
        }
    }

    private static boolean isConnected(Consumer<?, ?> consumer) {
        return consumer.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals(CONNECTIONS))
                .filter(metric -> GROUPS.contains(metric.metricName().group()))
                .map(Metric::metricValue)
                .anyMatch(value -> value instanceof Number connections && connections.doubleValue() > 0);
    }
}
