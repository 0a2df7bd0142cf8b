package dev.playhead.query.projection;

import static dev.playhead.query.running.QueryService.student;
import static dev.playhead.query.running.Written.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.query.running.Answer;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Rows;
import dev.playhead.query.running.Written;
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

class SetAsideIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int REFUSED_MS = 4_242;
    private Sandbox sandbox;
    private Written written;
    private Rows rows;

    @BeforeEach
    void topics() {
        sandbox = Stack.shared().begin().sandbox(SetAsideIT.class);
        written = new Written(sandbox);
        written.course(Courses.demo());
        rows = new Rows(sandbox);
    }

    @AfterEach
    void close() {
        written.close();
    }

    @Test
    void a_record_that_cannot_be_read_is_kept_as_it_was_and_whoever_waits_for_it_is_told() {
        byte[] bytes = {1, 2, 3};
        String lost = written.put(new ProgressKey.OfMaterial("ana", "video123"), bytes, written.nextActivity("ana"));
        int partition = Written.partition("ana");
        ProducerRecord<byte[], byte[]> bare = new ProducerRecord<>(
                written.topics().progress().name(), partition, "ana\0/x".getBytes(StandardCharsets.UTF_8), null);
        bare.headers().add("odd\0name", new byte[] {0, -1}).add("plain", "yes".getBytes(StandardCharsets.UTF_8));
        written.send(bare);
        String held = written.put(at("ana", "video124", 4_000));

        try (QueryService service = QueryService.start(sandbox)) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(rows.positions()).isEqualTo(Map.of("ana/video124", 4_000L)));

            assertThat(rows.jdbc().queryForList("select * from set_aside order by record_offset"))
                    .satisfiesExactly(
                            unreadable -> assertThat(unreadable)
                                    .containsEntry("record_offset", 0L)
                                    .containsEntry("activity_offset", 0L)
                                    .containsEntry("value", bytes)
                                    .containsEntry("value_bytes", 3)
                                    .hasEntrySatisfying(
                                            "reason",
                                            why -> assertThat((String) why).contains("wire format")),
                            nameless -> assertThat(nameless)
                                    .containsEntry("record_offset", 1L)
                                    .containsEntry("activity_offset", null)
                                    .containsEntry("key", "ana\0/x".getBytes(StandardCharsets.UTF_8))
                                    .containsEntry("value", null)
                                    .containsEntry("headers", "odd?name: 0x00ff\nplain: yes")
                                    .containsEntry("reason", "the headers name no activity"));
            assertThat(fresh(service, lost)).isEqualTo("false");
            assertThat(fresh(service, held)).isEqualTo("true");
        }
    }

    @Test
    void a_row_that_the_database_refuses_is_set_aside_and_the_others_are_written() {
        Rows.migrated(sandbox);
        rows.jdbc()
                .execute("alter table material_progress add constraint odd check (position_ms <> " + REFUSED_MS + ")");
        Map<String, Long> expected = new TreeMap<>();
        int refused = 0;
        for (int i = 0; i < 500; i++) {
            boolean isRefused = i % 90 == 13;
            String video = "video" + i;
            written.put(at("s" + i % 20, video, isRefused ? REFUSED_MS : i));
            if (isRefused) {
                refused++;
            } else {
                expected.put("s" + i % 20 + "/" + video, (long) i);
            }
        }

        try (QueryService service = QueryService.start(sandbox).ready()) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(rows.positions()).isEqualTo(expected));
            int number = refused;
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(rows.jdbc().queryForList("select reason from set_aside", String.class))
                                    .hasSize(number)
                                    .allMatch(reason -> reason.contains("\"odd\"")));
            assertThat(service.management().get("/actuator/prometheus").text())
                    .contains("playhead_projection_set_aside_total{reason=\"refused\",topic=\"progress\"} " + refused
                            + ".0");

            written.put(at("s1", "video1", 9_000));
            await().atMost(SOON).until(() -> rows.positions().containsValue(9_000L));
        }
    }

    private static String fresh(QueryService service, String token) {
        Answer answer = service.ready()
                .api()
                .get(
                        "/api/progress/video/video123/status",
                        "Authorization",
                        "Bearer " + student("ana"),
                        "Playhead-Read-After",
                        token);
        assertThat(answer.status()).isEqualTo(200);
        return answer.header("Playhead-Fresh");
    }
}
