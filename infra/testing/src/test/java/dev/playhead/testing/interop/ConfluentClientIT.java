package dev.playhead.testing.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.MaterialCompleted;
import dev.playhead.schemas.event.MaterialKind;
import dev.playhead.schemas.event.PlaybackEvent;
import dev.playhead.schemas.event.Segment;
import dev.playhead.schemas.id.EventIds;
import dev.playhead.schemas.serde.AvroDeserializer;
import dev.playhead.schemas.serde.AvroSerializer;
import dev.playhead.schemas.serde.SchemaRegistry;
import dev.playhead.schemas.serde.SubjectNaming;
import dev.playhead.schemas.topic.Subjects;
import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import dev.playhead.schemas.topic.TopicsOnCluster;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericContainer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What we write, Confluent's official client for Node reads, and the other way round.
class ConfluentClientIT {
    private static final Sandbox SANDBOX = Stack.shared().sandbox(ConfluentClientIT.class);
    private static final Topics TOPICS = Topics.of(new TopicSettings(SANDBOX.topicPrefix(), 2, null, null));
    private static final Map<String, Object> CLIENT = Map.of(
            "bootstrap.servers", SANDBOX.bootstrapServers(),
            "schema.registry.url", SANDBOX.registryUrl(),
            "specific.avro.reader", true,
            "value.subject.name.strategy", SubjectNaming.TOPIC_RECORD.confluentName());

    @BeforeAll
    static void prepare() throws Exception {
        NodeClient.install();
        try (Admin admin = Admin.create(CLIENT)) {
            TopicsOnCluster.ensure(admin, TOPICS.all(), null);
        }
        Subjects.register(SchemaRegistry.from(CLIENT), TOPICS.all());
    }

    @Test
    void a_completion_that_we_write_is_read_by_the_confluent_client() throws Exception {
        Instant completedAt = Instant.parse("2026-11-21T08:00:00.125Z");
        write(TOPICS.completions().name(), "ana", completion(completedAt));

        List<String> lines = NodeClient.run(
                "read.js",
                SANDBOX.bootstrapServers(),
                SANDBOX.registryUrl(),
                TOPICS.completions().name(),
                "1");

        JsonNode read = JsonMapper.shared().readTree(lines.getFirst());
        assertThat(read.at("/key").asString()).isEqualTo("ana");
        assertThat(read.at("/value/material_id").asString()).isEqualTo("video123");
        assertThat(read.at("/value/course_id").asString()).isEqualTo("demo");
        assertThat(read.at("/value/kind").asString()).isEqualTo("VIDEO");
        assertThat(read.at("/value/completed_at").asLong()).isEqualTo(completedAt.toEpochMilli());
        assertThat(read.at("/value/furthest_ms").asLong()).isEqualTo(480_000);
        assertThat(read.at("/value/event_id").asString())
                .isEqualTo(EventIds.materialCompleted("ana", "video123", 1).toString());
    }

    @Test
    void a_heartbeat_that_the_confluent_client_writes_is_read_by_us() throws Exception {
        NodeClient.run(
                "write.js",
                SANDBOX.bootstrapServers(),
                SANDBOX.registryUrl(),
                TOPICS.activity().name(),
                Heartbeat.getClassSchema().getFullName(),
                "ana",
                """
                {"event_id": "e1", "student_id": "ana", "material_id": "video123", "course_id": "demo",
                 "kind": "VIDEO", "session_id": null, "sequence": 7, "device_id": null, "event": "PAUSED",
                 "position_ms": 125500, "furthest_ms": null, "duration_ms": 600000, "playback_rate": 1.5,
                 "played": [{"from_ms": 120000, "to_ms": 125500}], "occurred_at": 1763712000125,
                 "received_at": 1763712000250, "source": "PLAYER", "completion_rule": "POSITION",
                 "completion_threshold": 80}""");

        ConsumerRecord<String, GenericContainer> read =
                readOne(TOPICS.activity().name());

        assertThat(read.key()).isEqualTo("ana");
        assertThat(read.value()).isInstanceOfSatisfying(Heartbeat.class, heartbeat -> {
            assertThat(heartbeat.getEvent()).isEqualTo(PlaybackEvent.PAUSED);
            assertThat(heartbeat.getSequence()).isEqualTo(7);
            assertThat(heartbeat.getPlaybackRate()).isEqualTo(1.5);
            assertThat(heartbeat.getOccurredAt()).isEqualTo(1_763_712_000_125L);
            assertThat(heartbeat.getPlayed()).containsExactly(new Segment(120_000L, 125_500L));
        });
    }

    private static MaterialCompleted completion(Instant completedAt) {
        return MaterialCompleted.newBuilder()
                .setEventId(EventIds.materialCompleted("ana", "video123", 1).toString())
                .setStudentId("ana")
                .setMaterialId("video123")
                .setCourseId("demo")
                .setKind(MaterialKind.VIDEO)
                .setAttempt(1)
                .setCompletedAt(completedAt)
                .setDurationMs(600_000)
                .setFurthestMs(480_000)
                .setWatchedMs(480_000)
                .setCompletionRule(CompletionRule.POSITION)
                .setCompletionThreshold(80)
                .setHeartbeatId("e1")
                .build();
    }

    private static void write(String topic, String key, GenericContainer value) throws Exception {
        AvroSerializer serializer = new AvroSerializer();
        serializer.configure(CLIENT, false);
        try (KafkaProducer<String, GenericContainer> producer =
                new KafkaProducer<>(CLIENT, new StringSerializer(), serializer)) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }

    private static ConsumerRecord<String, GenericContainer> readOne(String topic) {
        AvroDeserializer deserializer = new AvroDeserializer();
        deserializer.configure(CLIENT, false);
        Map<String, Object> config = new HashMap<>(CLIENT);
        config.put("group.id", topic + "-reader");
        config.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<String, GenericContainer> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), deserializer)) {
            consumer.subscribe(List.of(topic));
            return Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> consumer.poll(Duration.ofMillis(100)), records -> !records.isEmpty())
                    .iterator()
                    .next();
        }
    }
}
