package dev.playhead.ingest.broker;

import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/// Why this service cannot start, and what to do about it.
public final class ClusterNotReadyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String action;

    private ClusterNotReadyException(String what, String action, Throwable cause) {
        super(what, cause);
        this.action = action;
    }

    /// The broker does not answer, or refuses.
    public static ClusterNotReadyException broker(Map<String, Object> client, Throwable cause) {
        Object servers = client.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
        return new ClusterNotReadyException(
                "The Kafka broker at " + servers + " cannot be used: " + cause.getMessage(),
                "Start it, or set SPRING_KAFKA_BOOTSTRAP_SERVERS to where it is.",
                cause);
    }

    static ClusterNotReadyException registry(Throwable cause) {
        return new ClusterNotReadyException(
                "The schema registry cannot be used: " + cause.getMessage(),
                "Start it, or set SPRING_KAFKA_PROPERTIES_SCHEMA_REGISTRY_URL to where it is.",
                cause);
    }

    static ClusterNotReadyException topics(Throwable cause) {
        return new ClusterNotReadyException(
                String.valueOf(cause.getMessage()), "Change the setting or the topic, as said above.", cause);
    }

    String action() {
        return action;
    }
}
