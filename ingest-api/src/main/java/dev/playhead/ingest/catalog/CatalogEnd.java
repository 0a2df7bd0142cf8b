package dev.playhead.ingest.catalog;

import dev.playhead.ingest.broker.Cluster;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/// Where the catalog's log ends, of what was committed.
final class CatalogEnd implements AutoCloseable {
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);
    private static final int ANSWER_WITHIN_MS = 3_000;

    private final Admin admin;
    private final TopicPartition partition;

    CatalogEnd(Cluster cluster) {
        admin = Admin.create(Cluster.with(
                cluster.client(),
                Map.of(
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS,
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS)));
        partition = new TopicPartition(cluster.topics().catalog().name(), 0);
    }

    long offset() {
        try {
            return admin.listOffsets(
                            Map.of(partition, OffsetSpec.latest()),
                            new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .partitionResult(partition)
                    .get()
                    .offset();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        admin.close(CLOSE_WITHIN);
    }
}
