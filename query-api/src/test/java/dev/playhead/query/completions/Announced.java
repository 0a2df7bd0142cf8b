package dev.playhead.query.completions;

import dev.playhead.query.running.Written;
import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.CourseCompleted;
import dev.playhead.schemas.event.MaterialCompleted;
import dev.playhead.schemas.event.MaterialKind;
import dev.playhead.schemas.id.EventIds;
import dev.playhead.schemas.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Writes completions as the topology does: in transactions, by student.
final class Announced implements AutoCloseable {
    private final Written written;
    private final Topic topic;
    private final KafkaProducer<byte[], byte[]> producer;

    Announced(Written written, String bootstrapServers, String transactionalId) {
        this.written = written;
        this.topic = written.topics().completions();
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "transactional.id", transactionalId),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    Announced begin() {
        producer.beginTransaction();
        return this;
    }

    Announced material(String student, String material) {
        return send(
                student,
                MaterialCompleted.newBuilder()
                        .setEventId(
                                EventIds.materialCompleted(student, material, 1).toString())
                        .setStudentId(student)
                        .setMaterialId(material)
                        .setCourseId("demo")
                        .setKind(MaterialKind.VIDEO)
                        .setAttempt(1)
                        .setCompletedAt(Written.WATCHED)
                        .setDurationMs(600_000)
                        .setFurthestMs(480_000)
                        .setWatchedMs(480_000)
                        .setCompletionRule(CompletionRule.POSITION)
                        .setCompletionThreshold(80)
                        .setHeartbeatId("b9d0a3b1-54c6-4c5c-8f3e-6a1f1b7b0001")
                        .build());
    }

    Announced course(String student, String course) {
        return send(
                student,
                CourseCompleted.newBuilder()
                        .setEventId(EventIds.courseCompleted(student, course, 1).toString())
                        .setStudentId(student)
                        .setCourseId(course)
                        .setAttempt(1)
                        .setCompletedAt(Written.WATCHED)
                        .setMaterials(2)
                        .build());
    }

    Announced raw(String student, byte[] value) {
        var sent = producer.send(new ProducerRecord<>(
                topic.name(), Written.partition(student), student.getBytes(StandardCharsets.UTF_8), value));
        producer.flush();
        if (!sent.isDone()) {
            throw new IllegalStateException("Not written");
        }
        return this;
    }

    void commit() {
        producer.commitTransaction();
    }

    void abort() {
        producer.abortTransaction();
    }

    @Override
    public void close() {
        producer.close();
    }

    private Announced send(String student, SpecificRecord event) {
        return raw(student, written.bytes(topic, event));
    }
}
