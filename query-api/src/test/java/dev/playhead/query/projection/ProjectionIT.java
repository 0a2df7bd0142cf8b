package dev.playhead.query.projection;

import static dev.playhead.query.running.Written.at;
import static dev.playhead.query.running.Written.courseProgress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Rows;
import dev.playhead.query.running.Written;
import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.schemas.id.ProgressKey;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectionIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private Sandbox sandbox;
    private Written written;
    private Rows rows;

    @BeforeEach
    void topics() {
        sandbox = Stack.shared().begin().sandbox(ProjectionIT.class);
        written = new Written(sandbox);
        written.course(Courses.demo());
        rows = new Rows(sandbox);
    }

    @AfterEach
    void close() {
        written.close();
    }

    @Test
    void the_rows_are_the_last_value_of_each_key() {
        Map<String, Long> expected = new TreeMap<>();
        for (int i = 0; i < 1_000; i++) {
            String student = "s" + i % 40;
            written.put(at(student, "video123", i));
            expected.put(student + "/video123", (long) i);
        }
        written.tombstone("s0", "video123");
        expected.remove("s0/video123");

        try (QueryService service = QueryService.start(sandbox, "playhead.projection.batch-max=100")) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(rows.positions()).isEqualTo(expected));
            assertThat(service.management().get("/actuator/prometheus").text())
                    .contains("playhead_projection_lag_seconds", "playhead_projection_end_to_end_seconds_count");
        }
    }

    @Test
    void a_row_is_not_overwritten_by_an_older_activity() {
        written.put(at("ana", "video123", 50_000), 10);
        try (QueryService service = QueryService.start(sandbox)) {
            await().atMost(SOON).until(() -> rows.seen(Written.partition("ana")) == 11);

            written.put(at("ana", "video123", 20_000), 9);
            written.put(new ProgressKey.OfMaterial("ana", "video123"), null, 8);
            written.put(at("ana", "video124", 1_000), 11);

            await().atMost(SOON).until(() -> rows.seen(Written.partition("ana")) == 12);
            assertThat(rows.positions()).isEqualTo(Map.of("ana/video123", 50_000L, "ana/video124", 1_000L));
            assertThat(service.api()).isNotNull();
        }
    }

    @Test
    void the_rows_of_courses_follow_by_the_same_rules() {
        ProgressKey reset = new ProgressKey.OfCourse("ana", "reset");
        written.put(courseProgress("ana", "demo", 1).build(), 10);
        written.put(courseProgress("ana", "reset", 1).build(), 11);
        try (QueryService service = QueryService.start(sandbox)) {
            await().atMost(SOON).until(() -> rows.seen(Written.partition("ana")) == 12);
            assertThat(rows.courses()).containsEntry("ana/demo", "1 of 2, 5000 bp, attempt 1, completed at null");

            written.put(courseProgress("ana", "demo", 0).build(), 9);
            written.put(reset, null, 10);
            written.put(courseProgress("ana", "done", 2).build(), 12);
            await().atMost(SOON).until(() -> rows.seen(Written.partition("ana")) == 13);
            assertThat(rows.courses().keySet()).containsExactly("ana/demo", "ana/done", "ana/reset");
            assertThat(rows.courses()).containsEntry("ana/demo", "1 of 2, 5000 bp, attempt 1, completed at null");

            written.put(courseProgress("ana", "demo", 2).setAttempt(2).build(), 13);
            written.put(reset, null, 14);
            await().atMost(SOON).until(() -> rows.seen(Written.partition("ana")) == 15);
            long completedAt = Written.WATCHED.toEpochMilli();
            assertThat(rows.courses())
                    .isEqualTo(Map.of(
                            "ana/demo", "2 of 2, 10000 bp, attempt 2, completed at " + completedAt,
                            "ana/done", "2 of 2, 10000 bp, attempt 1, completed at " + completedAt));
            assertThat(service.api()).isNotNull();
        }
    }

    @Test
    void a_restart_goes_on_from_where_the_database_is() {
        written.put(at("ana", "video123", 1_000));
        try (QueryService before = QueryService.start(sandbox)) {
            await().atMost(SOON).until(() -> !rows.positions().isEmpty());
            assertThat(before.api()).isNotNull();
        }
        rows.jdbc().update("delete from material_progress");
        written.put(at("ana", "video124", 2_000));

        try (QueryService after = QueryService.start(sandbox)) {
            await().atMost(SOON).until(() -> !rows.positions().isEmpty());
            assertThat(after.api()).isNotNull();
            assertThat(rows.positions()).isEqualTo(Map.of("ana/video124", 2_000L));
        }
    }

    @Test
    void what_cannot_be_read_stops_nothing() {
        written.put(new ProgressKey.OfMaterial("ana", "video123"), new byte[] {1, 2, 3}, written.nextActivity("ana"));
        written.put(new ProgressKey.OfMaterial("ana", "video123"), new byte[9], written.nextActivity("ana"));
        int partition = Written.partition("ana");
        String topic = written.topics().progress().name();
        written.send(new ProducerRecord<>(topic, partition, "no key".getBytes(StandardCharsets.UTF_8), null));
        ProducerRecord<byte[], byte[]> misplaced = new ProducerRecord<>(topic, partition, new byte[] {'a'}, null);
        new ActivityPlace(partition + 1, 5).writeTo(misplaced.headers());
        written.send(misplaced);
        written.put(new ProgressKey.OfCourse("ana", "demo"), null, written.nextActivity("ana"));
        written.put(at("ana", "video124", 4_000));

        try (QueryService service = QueryService.start(sandbox)) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(rows.positions()).isEqualTo(Map.of("ana/video124", 4_000L)));
            assertThat(service.management().get("/actuator/prometheus").text())
                    .contains("playhead_projection_set_aside_total{reason=\"unreadable\",topic=\"progress\"} 4.0");
        }
    }

    /// As a reset of everything is written. Each record is a batch of its own.
    @Test
    void a_reset_that_is_split_over_batches_is_seen_after_the_last_of_them() {
        written.put(at("ana", "video123", 1_000));
        written.put(at("ana", "video124", 2_000));
        int partition = Written.partition("ana");
        try (QueryService service = QueryService.start(sandbox, "playhead.projection.batch-max=1")) {
            written.tombstoneAndMore(new ProgressKey.OfMaterial("ana", "video123"), 2);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(rows.positions()).isEqualTo(Map.of("ana/video124", 2_000L)));
            assertThat(rows.seen(partition)).isEqualTo(2);

            written.tombstoneAndMore(new ProgressKey.OfMaterial("ana", "video124"), 2);
            written.tombstoneAndMore(new ProgressKey.OfCourse("ana", "demo"), 2);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(rows.positions()).isEmpty());
            assertThat(rows.seen(partition)).isEqualTo(2);

            written.put(new ProgressKey.OfStudent("ana"), null, 2);
            await().atMost(SOON).until(() -> rows.seen(partition) == 3);
            assertThat(service.management().get("/actuator/prometheus").text())
                    .contains("playhead_projection_set_aside_total{reason=\"unreadable\",topic=\"progress\"} 0.0");
        }
    }

    @Test
    void an_offset_that_the_log_does_not_hold_is_said_and_not_jumped_over() {
        written.put(at("ana", "video123", 1_000));
        int partition = Written.partition("ana");
        try (QueryService first = QueryService.start(sandbox)) {
            await().atMost(SOON).until(() -> rows.seen(partition) == 1);
            assertThat(first.api()).isNotNull();
        }
        rows.jdbc()
                .update(
                        "update projection_offset set next_offset = 1000 where topic = ? and partition = ?",
                        progress(),
                        partition);
        written.put(at("ana", "video123", 2_000));

        try (QueryService service = QueryService.start(sandbox)) {
            await().atMost(SOON)
                    .until(() -> service.part(Projection.class)
                            .behind(Duration.ofSeconds(30))
                            .filter(reason -> reason.contains("from offset 1000"))
                            .isPresent());
            assertThat(service.management().get("/actuator/health/readiness").status())
                    .isEqualTo(503);
            assertThat(service.management().get("/actuator/health/liveness").status())
                    .isEqualTo(200);

            rows.jdbc()
                    .update(
                            "update projection_offset set next_offset = 1 where topic = ? and partition = ?",
                            progress(),
                            partition);

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(rows.positions()).containsValue(2_000L));
            await().atMost(SOON)
                    .until(() -> service.management()
                                    .get("/actuator/health/readiness")
                                    .status()
                            == 200);
        }
    }

    @Test
    void two_that_write_the_same_partition_never_mix() {
        Map<String, Long> expected = new TreeMap<>();
        try (QueryService one = QueryService.start(sandbox);
                QueryService rival = QueryService.start(sandbox, "playhead.projection.group=rival")) {
            for (int i = 0; i < 600; i++) {
                written.put(at("s" + i % 30, "video123", i));
                expected.put("s" + i % 30 + "/video123", (long) i);
            }
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(rows.positions()).isEqualTo(expected));
            assertThat(fenced(one) + fenced(rival)).isPositive();
        }
    }

    private String progress() {
        return written.topics().progress().name();
    }

    private static double fenced(QueryService service) {
        return service.part(io.micrometer.core.instrument.MeterRegistry.class)
                .get("playhead.projection.fenced")
                .tag("topic", "progress")
                .counter()
                .count();
    }
}
