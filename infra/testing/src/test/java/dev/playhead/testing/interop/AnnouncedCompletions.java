package dev.playhead.testing.interop;

import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.CourseCompleted;
import dev.playhead.schemas.event.MaterialCompleted;
import dev.playhead.schemas.event.MaterialKind;
import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.schemas.id.EventIds;
import dev.playhead.schemas.serde.AvroSerializer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.generic.GenericContainer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.StringSerializer;

/// Writes completions as progress-streams does: in transactions, with the headers of a CloudEvent.
final class AnnouncedCompletions implements AutoCloseable {
    static final Instant AT = Instant.parse("2026-11-21T08:00:00.125Z");

    private final String topic;
    private final KafkaProducer<String, GenericContainer> producer;

    AnnouncedCompletions(String topic, Map<String, Object> client) {
        this.topic = topic;
        Map<String, Object> config = new HashMap<>(client);
        config.put("transactional.id", topic + "-test");
        AvroSerializer values = new AvroSerializer();
        values.configure(config, false);
        producer = new KafkaProducer<>(config, new StringSerializer(), values);
        producer.initTransactions();
    }

    void commit(GenericContainer... completions) {
        producer.beginTransaction();
        send(completions);
        producer.commitTransaction();
    }

    /// What read_committed must not see.
    void abort(GenericContainer... completions) {
        producer.beginTransaction();
        send(completions);
        producer.flush();
        producer.abortTransaction();
    }

    @Override
    public void close() {
        producer.close();
    }

    static MaterialCompleted ofMaterial(String student, String material, int attempt) {
        return MaterialCompleted.newBuilder()
                .setEventId(
                        EventIds.materialCompleted(student, material, attempt).toString())
                .setStudentId(student)
                .setMaterialId(material)
                .setCourseId("demo")
                .setKind(MaterialKind.VIDEO)
                .setAttempt(attempt)
                .setCompletedAt(AT)
                .setDurationMs(600_000)
                .setFurthestMs(480_000)
                .setWatchedMs(480_000)
                .setCompletionRule(CompletionRule.POSITION)
                .setCompletionThreshold(80)
                .setHeartbeatId("e1")
                .build();
    }

    static CourseCompleted ofCourse(String student, String course) {
        return CourseCompleted.newBuilder()
                .setEventId(EventIds.courseCompleted(student, course, 1).toString())
                .setStudentId(student)
                .setCourseId(course)
                .setAttempt(1)
                .setCompletedAt(AT)
                .setMaterials(3)
                .build();
    }

    private void send(GenericContainer... completions) {
        for (GenericContainer completion : completions) {
            producer.send(record(completion));
        }
    }

    private ProducerRecord<String, GenericContainer> record(GenericContainer value) {
        return switch (value) {
            case MaterialCompleted of ->
                record(
                        value,
                        of.getStudentId(),
                        of.getMaterialId(),
                        of.getEventId(),
                        "dev.playhead.material.completed");
            case CourseCompleted of ->
                record(value, of.getStudentId(), of.getCourseId(), of.getEventId(), "dev.playhead.course.completed");
            default -> throw new IllegalArgumentException("No completion: " + value);
        };
    }

    private ProducerRecord<String, GenericContainer> record(
            GenericContainer value, String student, String item, String id, String type) {
        ProducerRecord<String, GenericContainer> record = new ProducerRecord<>(topic, student, value);
        add(record.headers(), "ce_specversion", "1.0");
        add(record.headers(), "ce_id", id);
        add(record.headers(), "ce_source", "/playhead/progress-streams");
        add(record.headers(), "ce_type", type);
        add(record.headers(), "ce_subject", student + "/" + item);
        add(record.headers(), "ce_time", AT.toString());
        add(record.headers(), "content-type", "application/avro");
        new ActivityPlace(1, 4711).writeTo(record.headers());
        return record;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
