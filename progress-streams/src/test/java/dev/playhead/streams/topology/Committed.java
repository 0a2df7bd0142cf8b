package dev.playhead.streams.topology;

import dev.playhead.schemas.topic.Topic;
import dev.playhead.testing.stack.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Bytes;

/// What a topic holds of committed transactions.
final class Committed {
    private static final Duration POLL = Duration.ofMillis(100);

    private Committed() {}

    static List<ConsumerRecord<String, SpecificRecord>> records(Sandbox sandbox, Topic topic) {
        try (KafkaConsumer<String, SpecificRecord> consumer = consumer(sandbox, topic)) {
            return read(consumer, topic.name());
        }
    }

    /// The latest of each key; tombstones are none.
    static Map<String, SpecificRecord> latest(Sandbox sandbox, Topic topic) {
        Map<String, SpecificRecord> latest = new HashMap<>();
        records(sandbox, topic).forEach(record -> latest.put(record.key(), record.value()));
        latest.values().removeIf(Objects::isNull);
        return latest;
    }

    /// The latest value of each key of a topic of bytes, a store's changelog for one.
    static Map<Bytes, byte[]> latest(Sandbox sandbox, String topic) {
        Map<Bytes, byte[]> latest = new HashMap<>();
        bytes(sandbox, topic).forEach(record -> latest.put(Bytes.wrap(record.key()), record.value()));
        return latest;
    }

    static List<ConsumerRecord<byte[], byte[]>> bytes(Sandbox sandbox, String topic) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                sandbox.bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return read(consumer, topic);
        }
    }

    /// Records and marks of transactions: a sign that something moves.
    static Map<Integer, Long> sizes(Sandbox sandbox, Topic topic) {
        try (KafkaConsumer<String, SpecificRecord> consumer = consumer(sandbox, topic)) {
            return consumer.endOffsets(partitions(consumer, topic.name())).entrySet().stream()
                    .collect(Collectors.toMap(end -> end.getKey().partition(), Map.Entry::getValue));
        }
    }

    static long size(Sandbox sandbox, Topic topic) {
        return sizes(sandbox, topic).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static <K, V> List<ConsumerRecord<K, V>> read(KafkaConsumer<K, V> consumer, String topic) {
        List<ConsumerRecord<K, V>> records = new ArrayList<>();
        List<TopicPartition> partitions = partitions(consumer, topic);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(records::add);
        }
        return records;
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private static KafkaConsumer<String, SpecificRecord> consumer(Sandbox sandbox, Topic topic) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                sandbox.bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        return new KafkaConsumer<>(
                settings,
                new StringDeserializer(),
                TestTopology.values(topic, sandbox.registryUrl()).deserializer());
    }
}
