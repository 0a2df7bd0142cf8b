package dev.playhead.bench.backlog;

import dev.playhead.bench.stack.Stack;
import dev.playhead.schemas.topic.Topic;
import dev.playhead.schemas.topic.TopicsOnCluster;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// What the bench asks of the broker, and puts there.
public final class Broker implements AutoCloseable {
    private static final int TRANSACTION_MS_MAX = 600_000;
    private static final int BATCH_BYTES = 128 * 1024;
    private static final int LINGER_MS = 20;
    private static final Duration POLL = Duration.ofMillis(200);

    private final String address;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;

    public Broker(Stack stack) {
        address = stack.brokers();
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address));
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        address,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "bench",
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                        TRANSACTION_MS_MAX,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        BATCH_BYTES,
                        ProducerConfig.LINGER_MS_CONFIG,
                        LINGER_MS,
                        // As ingest-api writes.
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    public void ensure(Collection<Topic> topics) {
        TopicsOnCluster.ensure(admin, topics, null);
    }

    /// In one transaction, so that its readers see all of it at once, when the work of putting it
    /// there is done.
    public Backlog put(Topic topic, List<Entry> entries) throws Exception {
        Map<Integer, Long> first = ends(topic);
        put(topic.name(), entries.stream());
        return new Backlog(
                first, entries.stream().collect(Collectors.groupingBy(Entry::partition, Collectors.counting())));
    }

    /// The same for more than fit in memory.
    public void put(String topic, Stream<Entry> entries) {
        producer.beginTransaction();
        // A send that fails makes the commit fail.
        entries.forEach(entry -> producer.send(new ProducerRecord<>(
                topic, entry.partition(), entry.timestampMs(), entry.key(), entry.value(), entry.headers())));
        producer.commitTransaction();
    }

    /// How far a group is.
    public Map<Integer, Long> committed(String group, Topic topic) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> all = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<Integer, Long> committed = new HashMap<>();
        all.forEach((partition, offset) -> {
            if (partition.topic().equals(topic.name()) && offset != null) {
                committed.put(partition.partition(), offset.offset());
            }
        });
        return committed;
    }

    /// All that a topic holds of committed transactions now.
    public void read(String topic, int partitions, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                address,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = partitions(topic, partitions);
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(reader);
            }
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        admin.close(Duration.ZERO);
    }

    private Map<Integer, Long> ends(Topic topic) throws Exception {
        Map<TopicPartition, OffsetSpec> asked = partitions(topic.name(), topic.partitions()).stream()
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                admin.listOffsets(asked).all().get();
        return ends.entrySet().stream()
                .collect(Collectors.toMap(
                        end -> end.getKey().partition(), end -> end.getValue().offset()));
    }

    private static List<TopicPartition> partitions(String topic, int partitions) {
        return IntStream.range(0, partitions)
                .mapToObj(number -> new TopicPartition(topic, number))
                .toList();
    }
}
