package dev.playhead.streams.deadletters;

import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.schemas.id.DeadLetter;
import dev.playhead.schemas.id.DeadLetter.Reason;
import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import dev.playhead.schemas.topic.TopicsOnCluster;
import dev.playhead.testing.stack.Sandbox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Stands in for the service: sets aside what it could not apply, and looks at what came back.
final class SetAside implements AutoCloseable {
    static final Instant RECEIVED = Instant.parse("2026-11-20T08:00:00Z");
    private static final int PARTITIONS = 3;

    private final Topics topics;
    private final Map<String, Object> broker;
    private final Producer<byte[], byte[]> producer;

    SetAside(Sandbox sandbox) {
        topics = Topics.of(new TopicSettings(sandbox.topicPrefix(), PARTITIONS, null, null));
        broker = Map.of("bootstrap.servers", sandbox.bootstrapServers());
        try (Admin admin = Admin.create(broker)) {
            TopicsOnCluster.ensure(admin, topics.all(), null);
        }
        producer = new KafkaProducer<>(broker, new ByteArraySerializer(), new ByteArraySerializer());
    }

    Topics topics() {
        return topics;
    }

    /// Its number.
    long letter(String student, Reason reason) {
        try {
            return producer.send(record(student, reason)).get().offset();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Not written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /// As the service writes it: from partition 1, offset 70.
    ProducerRecord<byte[], byte[]> record(String student, Reason reason) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                topics.deadLetters().name(),
                0,
                RECEIVED.toEpochMilli(),
                bytes(student),
                bytes("what " + student + " said"));
        record.headers().add("traceparent", bytes("00-of-" + student));
        String topic = topics.activity().name();
        Instant later = RECEIVED.plusSeconds(3);
        new DeadLetter(topic, 1, 70, RECEIVED.toEpochMilli(), reason, "it\nwas not sound", later, "progress-streams")
                .writeTo(record.headers());
        new ActivityPlace(1, 70).writeTo(record.headers());
        return record;
    }

    Producer<byte[], byte[]> transactional(String id) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.get("bootstrap.servers"), "transactional.id", id);
        Producer<byte[], byte[]> transactional =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        transactional.initTransactions();
        return transactional;
    }

    /// All that was committed, in the order of the partitions.
    List<ConsumerRecord<byte[], byte[]>> activities() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.get("bootstrap.servers"), "isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(number -> new TopicPartition(topics.activity().name(), number))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return found;
        }
    }

    List<String> students() {
        return activities().stream()
                .map(each -> new String(each.key(), StandardCharsets.UTF_8))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
