package dev.playhead.streams.topology;

import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.schemas.event.Audience;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.streams.Service;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One video that 10,000 students watch at once, on a real broker.
class HotVideoIT {
    private static final String MATERIAL = "video123";
    private static final int STUDENTS = 10_000;
    private static final long SECOND_MS = 1_000;
    private static final int HEARTBEATS_EACH = 5;
    private static final long ROUND_MS = 600;

    private static final Duration A_WHILE = Duration.ofSeconds(60);

    private final OnBroker broker = new OnBroker(HotVideoIT.class);

    /// Seconds that begin where the material's moment is: two records of a part in one of them would be one too many.
    @Test
    void the_adding_step_is_told_once_a_second_by_each_partition(@TempDir Path directory) {
        try (Service service = broker.start(directory)) {
            assertThat(service.process().isAlive()).isTrue();
            watch();
            await().atMost(A_WHILE)
                    .untilAsserted(() -> assertThat(audience())
                            .extracting(Audience::getViewers, Audience::getViews, Audience::getWatchedMs)
                            .containsExactly((long) STUDENTS, (long) STUDENTS, STUDENTS * HEARTBEATS_EACH * 10_000L));
        }

        Map<String, List<Long>> told = toldAt();
        assertThat(told).hasSize(OnBroker.PARTITIONS);
        told.forEach((part, times) -> {
            assertThat(times).as(part).hasSizeGreaterThan(1);
            assertThat(times)
                    .as(part)
                    .extracting(at -> Math.floorDiv(at - MATERIAL.hashCode(), SECOND_MS))
                    .doesNotHaveDuplicates();
        });
        int records = told.values().stream().mapToInt(List::size).sum();
        System.out.println(STUDENTS * HEARTBEATS_EACH + " heartbeats, " + records + " records told");
    }

    /// Each of them a heartbeat, five times, over some seconds.
    private void watch() {
        try (KafkaProducer<String, SpecificRecord> producer = broker.producer()) {
            for (int round = 1; round <= HEARTBEATS_EACH; round++) {
                long until = System.nanoTime() + Duration.ofMillis(ROUND_MS).toNanos();
                for (int student = 0; student < STUDENTS; student++) {
                    String id = "student-" + student;
                    producer.send(broker.activity(id, watched(id, round)));
                }
                producer.flush();
                await().atMost(A_WHILE).until(() -> System.nanoTime() >= until);
            }
        }
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
        List<ConsumerRecord<String, SpecificRecord>> said = Committed.records(broker.sandbox, broker.topics.audience());
        assertThat(said).isNotEmpty();
        return (Audience) said.getLast().value();
    }

    /// By part, the times at which it was told, as the records have them.
    private Map<String, List<Long>> toldAt() {
        Map<String, List<Long>> told = new TreeMap<>();
        Committed.bytes(broker.sandbox, broker.topics.audienceParts().name())
                .forEach(record -> told.computeIfAbsent(
                                new String(record.key(), StandardCharsets.UTF_8), _ -> new ArrayList<>())
                        .add(record.timestamp()));
        return told;
    }
}
