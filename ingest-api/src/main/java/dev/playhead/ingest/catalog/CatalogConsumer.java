package dev.playhead.ingest.catalog;

import static org.apache.kafka.clients.consumer.ConsumerConfig.AUTO_OFFSET_RESET_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.ISOLATION_LEVEL_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG;

import dev.playhead.ingest.broker.Cluster;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// The consumer that reads the catalog: of no group, from where it is told, and only what was committed.
final class CatalogConsumer {
    private static final int ANSWER_WITHIN_MS = 3_000;

    private CatalogConsumer() {}

    /// Values stay bytes, so that one which cannot be read stops nobody.
    static Consumer<String, byte[]> create(Cluster cluster) {
        Map<String, Object> config = Cluster.with(
                cluster.client(),
                Map.of(
                        ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        // A log that lost its beginning is read anew, and not from somewhere.
                        AUTO_OFFSET_RESET_CONFIG,
                        "none",
                        REQUEST_TIMEOUT_MS_CONFIG,
                        ANSWER_WITHIN_MS,
                        DEFAULT_API_TIMEOUT_MS_CONFIG,
                        ANSWER_WITHIN_MS));
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
