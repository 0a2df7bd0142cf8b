package dev.playhead.query.projection;

import static dev.playhead.query.running.Written.audience;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.query.running.Crowd;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Rows;
import dev.playhead.query.running.Written;
import dev.playhead.schemas.event.AudienceCurve;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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

    @Test
    void a_material_has_the_curves_that_were_said_last_and_no_others() {
        written.put(Crowd.audience("s1", 9)
                .setCurves(List.of(
                        Crowd.curve(1, any -> 9, any -> 8, any -> 7),
                        Crowd.curve(3, bucket -> 3 - bucket, bucket -> 10 + bucket, bucket -> bucket)))
                .setViews(12)
                .setWatchedMs(345_678)
                .setFurthestBasisPoints(70_001)
                .build());
        written.put(Crowd.of("s2", 5, 100).build());

        try (QueryService service = QueryService.start(sandbox).ready()) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(curves())
                            .containsExactly(
                                    "s1 1 {9} {8} {7}", "s1 3 {3,2,1} {10,11,12} {0,1,2}", "s2 100 " + hundred()));
            assertThat(all("select concat_ws(' ', views, watched_ms, furthest_basis_points) from audience order by 1"))
                    .containsExactly("12 345678 70001", "5 0 0");

            // A video that became longer, and one that nobody watches any more.
            written.put(Crowd.audience("s1", 9)
                    .setCurves(List.of(
                            Crowd.curve(3, any -> 1, any -> 2, any -> 3), Crowd.curve(2, any -> 4, any -> 5, any -> 6)))
                    .build());
            written.audience("s2", null);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(curves())
                            .containsExactly("s1 2 {4,4} {5,5} {6,6}", "s1 3 {1,1,1} {2,2,2} {3,3,3}"));
            assertThat(service.api()).isNotNull();
        }
    }

    @Test
    void curves_that_make_no_sense_are_set_aside_as_a_whole() {
        List<List<AudienceCurve>> senseless = List.of(
                List.of(new AudienceCurve(2, List.of(1L), List.of(1L, 1L), List.of(1L, 1L))),
                List.of(new AudienceCurve(2, List.of(1L, 1L), List.of(1L, 1L, 1L), List.of(1L, 1L))),
                List.of(new AudienceCurve(2, List.of(1L, 1L), List.of(1L, 1L), List.of())),
                List.of(new AudienceCurve(2, List.of(1L, -1L), List.of(1L, 1L), List.of(1L, 1L))),
                List.of(Crowd.curve(0, any -> 1, any -> 1, any -> 1)),
                List.of(Crowd.curve(101, any -> 1, any -> 1, any -> 1)),
                List.of(Crowd.curve(2, any -> 1, any -> 1, any -> 1), Crowd.curve(2, any -> 2, any -> 2, any -> 2)));
        senseless.forEach(
                curves -> written.put(Crowd.audience("s1", 1).setCurves(curves).build()));
        written.put(Crowd.audience("s1", 1).setWatchedMs(-1).build());
        written.audience(
                "s2",
                written.bytes(written.topics().audience(), Crowd.of("s1", 1, 1).build()));
        written.put(Crowd.of("s3", 3, 1).build());

        try (QueryService service = QueryService.start(sandbox).ready()) {
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(all("select reason from set_aside")).hasSize(senseless.size() + 2));
            await().atMost(SOON).untilAsserted(() -> assertThat(curves()).containsExactly("s3 1 {3} {3} {0}"));
            assertThat(all("select material_id from audience")).containsExactly("s3");
            assertThat(service.api()).isNotNull();
        }
    }

    private List<@Nullable String> curves() {
        return all(
                "select concat_ws(' ', material_id, buckets, retention, heat, exits) from audience_curve order by 1");
    }

    private List<@Nullable String> all(String query) {
        return rows.jdbc().queryForList(query, String.class);
    }

    private static String hundred() {
        String fives = "{" + String.join(",", Collections.nCopies(100, "5")) + "}";
        return fives + " " + fives + " " + fives.replace('5', '0');
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
