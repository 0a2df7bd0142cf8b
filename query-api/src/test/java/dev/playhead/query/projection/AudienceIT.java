package dev.playhead.query.projection;

import static dev.playhead.query.running.Written.audience;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Rows;
import dev.playhead.query.running.Written;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How all students together stand to each material, in rows.
class AudienceIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private Sandbox sandbox;
    private Written written;
    private Rows rows;

    @BeforeEach
    void topics() {
        sandbox = Stack.shared().begin().sandbox(AudienceIT.class);
        written = new Written(sandbox);
        rows = new Rows(sandbox);
    }

    @AfterEach
    void close() {
        written.close();
    }

    @Test
    void the_rows_are_the_last_value_of_each_material_also_where_it_is_less() {
        Map<String, String> expected = new TreeMap<>();
        for (int i = 0; i < 600; i++) {
            written.put(audience("s" + i % 30, 1_000 - i, i, 2 * i));
            expected.put("s" + i % 30, (1_000 - i) + " 0 " + i + " " + 2 * i);
        }
        written.audience("s7", null);
        expected.remove("s7");

        try (QueryService service = QueryService.start(sandbox, "playhead.projection.batch-max=100")) {
            await().atMost(SOON).untilAsserted(() -> assertThat(rows()).isEqualTo(expected));
            assertThat(service.management().get("/actuator/prometheus").text())
                    .contains(
                            "playhead_projection_lag_seconds{topic=\"audience\"}",
                            "playhead_projection_lag_seconds{topic=\"progress\"}",
                            "playhead_projection_rows_total{change=\"deleted\",topic=\"audience\"}");
        }

        // Where the database is, whatever is in the rows.
        rows.jdbc().update("delete from audience");
        written.put(audience("s7", 1, 2, 3));
        try (QueryService again = QueryService.start(sandbox)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(rows()).isEqualTo(Map.of("s7", "1 0 2 3")));
            assertThat(again.api()).isNotNull();
        }
    }

    @Test
    void what_cannot_be_read_is_set_aside_and_stops_nothing() {
        written.audience("s1", new byte[] {1, 2, 3});
        written.audience("no material", null);
        written.audience("s1", written.bytes(written.topics().audience(), Written.at("ana", "s1", 1)));
        written.put(audience("s1", -1, 0, 0));
        written.put(audience("s1", 5, 1, 0));

        try (QueryService service = QueryService.start(sandbox).ready()) {
            await().atMost(SOON).untilAsserted(() -> assertThat(rows()).isEqualTo(Map.of("s1", "5 0 1 0")));
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(rows.jdbc().queryForList("select topic from set_aside", String.class))
                                    .hasSize(4)
                                    .containsOnly(written.topics().audience().name()));
            assertThat(service.management().get("/actuator/prometheus").text())
                    .contains("playhead_projection_set_aside_total{reason=\"unreadable\",topic=\"audience\"} 4.0");
        }
    }

    private Map<String, String> rows() {
        Map<String, String> found = new TreeMap<>();
        rows.jdbc()
                .query(
                        "select material_id, viewers || ' ' || completions || ' ' || likes || ' ' || shares"
                                + " from audience",
                        row -> {
                            found.put(row.getString(1), row.getString(2));
                        });
        return found;
    }
}
