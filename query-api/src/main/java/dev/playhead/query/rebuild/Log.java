package dev.playhead.query.rebuild;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/// The topic of progress, looked at from outside.
final class Log implements AutoCloseable {
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private Map<Integer, Long> ends = Map.of();

    Log(Consumer<byte[], byte[]> consumer, String topic, int partitions) {
        this.consumer = consumer;
        this.partitions = IntStream.range(0, partitions)
                .mapToObj(number -> new TopicPartition(topic, number))
                .toList();
        // Else the client complains of each answer.
        consumer.assign(this.partitions);
    }

    List<TopicPartition> partitions() {
        return partitions;
    }

    /// By partition.
    Map<Integer, Long> beginnings() {
        return byNumber(consumer.beginningOffsets(partitions, ANSWERS_WITHIN));
    }

    /// By partition; where the brokers do not answer, as it was when they last did.
    Map<Integer, Long> ends() {
        try {
            ends = byNumber(consumer.endOffsets(partitions, ANSWERS_WITHIN));
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

    private static Map<Integer, Long> byNumber(Map<TopicPartition, Long> offsets) {
        Map<Integer, Long> byNumber = new TreeMap<>();
        offsets.forEach((partition, offset) -> byNumber.put(partition.partition(), offset));
        return byNumber;
    }
}
