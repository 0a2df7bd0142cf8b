package dev.playhead.streams.topology;

import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.schemas.event.Audience;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.topic.Topic;
import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import dev.playhead.schemas.topic.TopicsOnCluster;
import dev.playhead.streams.Service;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One video that 10,000 students watch at once, on a real broker.
class HotVideoIT {
    private static final String MATERIAL = "video123";
    private static final int STUDENTS = 10_000;
    private static final int PARTITIONS = 12;
    private static final int HEARTBEATS_EACH = 5;
    private static final long ROUND_MS = 600;

    private static final Duration A_WHILE = Duration.ofSeconds(60);

    private final Sandbox sandbox = Stack.shared().sandbox(HotVideoIT.class);
    private final Topics topics = Topics.of(new TopicSettings(sandbox.topicPrefix(), PARTITIONS, null, null));

    @Test
    void the_adding_step_is_told_once_a_second_by_each_partition(@TempDir Path directory) {
        ensureTopics();
        try (Service service = start(directory)) {
            assertThat(service.process().isAlive()).isTrue();
            watch();
            await().atMost(A_WHILE)
                    .untilAsserted(() -> assertThat(audience())
                            .extracting(Audience::getViewers, Audience::getViews, Audience::getWatchedMs)
                            .containsExactly((long) STUDENTS, (long) STUDENTS, STUDENTS * HEARTBEATS_EACH * 10_000L));
        }

        Map<String, List<Long>> told = toldAt();
        assertThat(told).hasSize(PARTITIONS);
        told.forEach((part, times) -> {
            assertThat(times).as(part).hasSizeGreaterThan(1);
            assertThat(times)
                    .as(part)
                    .extracting(at -> Moment.after(at, MATERIAL))
                    .doesNotHaveDuplicates();
        });
        int records = told.values().stream().mapToInt(List::size).sum();
        System.out.println(STUDENTS * HEARTBEATS_EACH + " heartbeats, " + records + " records told");
    }

    private Service start(Path directory) {
        return Service.start(sandbox, directory, Map.of("PLAYHEAD_TOPIC_PARTITIONS", Integer.toString(PARTITIONS)))
                .awaitReady();
    }

    /// Each of them a heartbeat, five times, over some seconds.
    private void watch() {
        try (KafkaProducer<String, SpecificRecord> producer = producer()) {
            for (int round = 1; round <= HEARTBEATS_EACH; round++) {
                long until = System.nanoTime() + Duration.ofMillis(ROUND_MS).toNanos();
                for (int student = 0; student < STUDENTS; student++) {
                    producer.send(record(watched("student-" + student, round)));
                }
                producer.flush();
                await().atMost(A_WHILE).until(() -> System.nanoTime() >= until);
            }
        }
    }

    private ProducerRecord<String, SpecificRecord> record(Heartbeat heartbeat) {
        return new ProducerRecord<>(topics.activity().name(), heartbeat.getStudentId(), heartbeat);
    }

    private static Heartbeat watched(String student, int round) {
        return heartbeat()
                .video(MATERIAL)
                .student(student)
                .session("s", round)
                .after(10.0 * round)
                .position(10.0 * round)
                .played(10.0 * (round - 1), 10.0 * round)
                .eventId(student + "-" + round)
                .build();
    }

    private Audience audience() {
        List<ConsumerRecord<String, SpecificRecord>> said = Committed.records(sandbox, topics.audience());
        assertThat(said).isNotEmpty();
        return (Audience) said.getLast().value();
    }

    /// By part, the times at which it was told, as the records have them.
    private Map<String, List<Long>> toldAt() {
        Map<String, List<Long>> told = new TreeMap<>();
        Committed.bytes(sandbox, topics.audienceParts().name())
                .forEach(record -> told.computeIfAbsent(
                                new String(record.key(), StandardCharsets.UTF_8), _ -> new ArrayList<>())
                        .add(record.timestamp()));
        return told;
    }

    private KafkaProducer<String, SpecificRecord> producer() {
        Topic activity = topics.activity();
        return new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, sandbox.bootstrapServers()),
                new StringSerializer(),
                TestTopology.values(activity, sandbox.registryUrl()).serializer());
    }

    private void ensureTopics() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", sandbox.bootstrapServers()))) {
            TopicsOnCluster.ensure(admin, topics.all(), null);
        }
    }
}
