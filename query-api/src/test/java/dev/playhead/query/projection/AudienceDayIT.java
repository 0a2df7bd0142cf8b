package dev.playhead.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.query.running.Crowd;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Rows;
import dev.playhead.query.running.Written;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was done with each material on each day, in rows.
class AudienceDayIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final LocalDate DAY = LocalDate.parse("2026-11-21");
    private Sandbox sandbox;
    private Written written;
    private Rows rows;

    @BeforeEach
    void topics() {
        sandbox = Stack.shared().begin().sandbox(AudienceDayIT.class);
        written = new Written(sandbox);
        rows = new Rows(sandbox);
    }

    @AfterEach
    void close() {
        written.close();
    }

    @Test
    void the_rows_are_the_last_value_of_each_day_also_where_it_is_less_or_nothing() {
        TreeMap<String, String> expected = new TreeMap<>();
        for (int i = 0; i < 600; i++) {
            LocalDate day = DAY.plusDays(i % 20);
            written.put(Crowd.day("v" + i % 3, day)
                    .setViews(1_000 - i)
                    .setViewers(i)
                    .setCompletions(i / 2)
                    .setWatchedMs(i * 1_000L)
                    .build());
            expected.put("v" + i % 3 + " " + day, (1_000 - i) + " " + i + " " + i / 2 + " " + i * 1_000L);
        }
        written.audienceDay("v0/" + DAY, null);
        expected.remove("v0 " + DAY);

        try (QueryService service = QueryService.start(sandbox, "playhead.projection.batch-max=100")) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(rows())
                            .containsExactlyElementsOf(expected.entrySet().stream()
                                    .map(each -> each.getKey() + " " + each.getValue())
                                    .toList()));
            assertThat(service.management().get("/actuator/prometheus").text())
                    .contains(
                            "playhead_projection_lag_seconds{topic=\"audience-daily\"}",
                            "playhead_projection_rows_total{change=\"deleted\",topic=\"audience-daily\"}");
        }
    }

    @Test
    void what_cannot_be_read_or_makes_no_sense_is_set_aside_and_stops_nothing() {
        byte[] sound = written.bytes(
                written.topics().audienceDaily(), Crowd.day("v1", DAY).build());
        for (String key : List.of(
                "v1",
                "v1/",
                "v1/2026-02-30",
                "v1/2026-11-21T",
                "a b/2026-11-21",
                "v2/2026-11-21",
                "v1/2026-11-22",
                "x/v1/2026-11-21")) {
            written.audienceDay(key, sound);
        }
        written.audienceDay("v1/2026-11-21", new byte[] {1, 2, 3});
        written.audienceDay(
                "v1/2026-11-21",
                written.bytes(written.topics().audience(), Crowd.of("v1", 1, 1).build()));
        written.put(Crowd.day("v1", DAY).setViews(-1).build());
        written.put(Crowd.day("v1", DAY).setWatchedMs(-1).build());
        written.put(Crowd.day("v3", DAY).setViews(3).build());

        try (QueryService service = QueryService.start(sandbox).ready()) {
            await().atMost(SOON).untilAsserted(() -> assertThat(rows()).containsExactly("v3 2026-11-21 3 0 0 0"));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(
                                    rows.jdbc().queryForList("select topic from set_aside", String.class))
                            .hasSize(12)
                            .containsOnly(written.topics().audienceDaily().name()));
            assertThat(service.api()).isNotNull();
        }
    }

    private List<@Nullable String> rows() {
        return rows.jdbc()
                .queryForList(
                        "select concat_ws(' ', material_id, day, views, viewers, completions, watched_ms)"
                                + " from audience_day order by material_id, day",
                        String.class);
    }
}
