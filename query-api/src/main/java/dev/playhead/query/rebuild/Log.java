package dev.playhead.query.rebuild;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/// The topics that the tables are made of, looked at from outside.
final class Log implements AutoCloseable {
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private Map<TopicPartition, Long> ends = Map.of();

    /// @param partitions of all topics
    Log(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        this.consumer = consumer;
        this.partitions = List.copyOf(partitions);
        // Else the client complains of each answer.
        consumer.assign(this.partitions);
    }

    Map<TopicPartition, Long> beginnings() {
        return consumer.beginningOffsets(partitions, ANSWERS_WITHIN);
    }

    /// Where the brokers do not answer, as it was when they last did.
    Map<TopicPartition, Long> ends() {
        try {
            ends = consumer.endOffsets(partitions, ANSWERS_WITHIN);
        } catch (RetriableException e) {
            if (ends.isEmpty()) {
                throw e;
            }
        }
        return ends;
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
    }
}
