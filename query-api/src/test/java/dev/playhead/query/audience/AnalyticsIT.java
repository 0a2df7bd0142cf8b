package dev.playhead.query.audience;

import static dev.playhead.query.running.Crowd.curve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.query.catalog.Catalog;
import dev.playhead.query.running.Answer;
import dev.playhead.query.running.As;
import dev.playhead.query.running.Crowd;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Rows;
import dev.playhead.query.running.Statements;
import dev.playhead.query.running.Written;
import dev.playhead.schemas.event.Audience;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.time.Duration;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How all students together stand, as it is answered.
class AnalyticsIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static Written written;
    private static QueryService service;
    private static Rows rows;
    private static As teacher;

    @BeforeAll
    static void start() {
        Sandbox sandbox = Stack.shared().begin().sandbox(AnalyticsIT.class);
        written = new Written(sandbox);
        service = QueryService.start(sandbox).ready();
        rows = new Rows(sandbox);
        teacher = service.as(TokenRequest.teacher("tom", "c", "changed", "order", "empty"));
        String put = written.course(Courses.course("c")
                .video("whole", 4)
                .video("few", 600)
                .video("unseen", 600.5)
                .video("longer", 8)
                .video("live", 600)
                .video("tagged", 600)
                .shortVideo("short", 30, "1.1", 1)
                .video("hidden", 600, it -> it.setPublished(false))
                .build());
        teacher.getAfter("/api/analytics/course/c", put);
    }

    @AfterAll
    static void stop() {
        service.close();
        written.close();
    }

    @Nested
    class Of_a_video {
        @Test
        void says_who_saw_what_of_it_what_they_watched_again_and_where_they_left() {
            put(Crowd.audience("whole", 40)
                    .setCompletions(9)
                    .setViews(61)
                    .setWatchedMs(123_457)
                    .setFurthestBasisPoints(266_667)
                    .setCurves(List.of(curve(4, of(40, 39, 13, 13), of(41, 39, 45, 13), of(0, 26, 5, 0))))
                    .build());

            assertThat(audience("whole").json()).isEqualTo(JSON.readTree("""
                            {"video_id": "whole", "viewers": 40, "views": 61, "completions": 9,
                             "average_watch_time": 3.086, "average_percentage": 66.67, "buckets": 4,
                             "retention": [1, 0.975, 0.325, 0.325], "heat": [41, 39, 45, 13], "exits": [0, 26, 5, 0],
                             "drop_off_points": [{"position": 2, "lost": 0.65}],
                             "hotspots": [{"from": 2, "to": 3, "score": 0.8}], "withheld": false}
                            """));
        }

        @Test
        void of_a_few_says_only_how_many_and_how_far() {
            put(Crowd.of("few", 4, 100)
                    .setWatchedMs(10_000)
                    .setFurthestBasisPoints(10_000)
                    .build());

            assertThat(audience("few").json()).isEqualTo(JSON.readTree("""
                            {"video_id": "few", "viewers": 4, "views": 4, "completions": 4, "average_watch_time": 2.5,
                             "average_percentage": 25, "buckets": 100, "retention": null, "heat": null, "exits": null,
                             "drop_off_points": null, "hotspots": null, "withheld": true}
                            """));

            put(Crowd.of("few", 5, 100).build());
            JsonNode five = audience("few").json();
            assertThat(five.path("withheld").booleanValue()).isFalse();
            assertThat(five.path("retention").size()).isEqualTo(100);
            assertThat(five.path("drop_off_points")).isEmpty();
            assertThat(five.path("hotspots")).isEmpty();
        }

        @Test
        void that_nobody_watched_says_zeros_and_hundredths_of_nothing_where_nothing_is_withheld() {
            assertThat(audience("unseen").json()).isEqualTo(JSON.readTree("""
                            {"video_id": "unseen", "viewers": 0, "views": 0, "completions": 0, "average_watch_time": 0,
                             "average_percentage": 0, "buckets": 100, "retention": null, "heat": null, "exits": null,
                             "drop_off_points": null, "hotspots": null, "withheld": true}
                            """));

            AudienceAnswer open = new Audiences(rows.jdbc(), new AudienceSettings(0))
                    .ofVideo(service.part(Catalog.class).now(), "unseen");
            assertThat(open.withheld()).isFalse();
            assertThat(open.retention())
                    .hasSize(100)
                    .allSatisfy(share -> assertThat(share).isEqualTo("0"));
            assertThat(open.exits()).hasSize(100).containsOnly(0L);
            assertThat(open.dropOffPoints()).isEmpty();
            assertThat(open.hotspots()).isEmpty();
        }

        /// Two seconds longer than it was for some, four shorter than for others.
        @Test
        void whose_duration_was_changed_counts_those_who_watched_it_as_it_was() {
            put(Crowd.audience("longer", 30)
                    .setCurves(List.of(
                            curve(4, of(10, 8, 6, 4), of(10, 8, 6, 4), of(0, 2, 0, 4)),
                            curve(8, any -> 10, any -> 10, of(0, 0, 0, 0, 0, 0, 1, 0)),
                            curve(12, bucket -> bucket < 6 ? 10 : 5, any -> 10, bucket -> bucket == 11 ? 5 : 0)))
                    .build());

            JsonNode answer = audience("longer").json();

            assertThat(numbers(answer.path("heat"))).containsExactly(30.0, 30.0, 28.0, 28.0, 26.0, 26.0, 24.0, 24.0);
            assertThat(numbers(answer.path("retention")))
                    .containsExactly(1.0, 1.0, 0.9333, 0.9333, 0.7, 0.7, 0.6333, 0.6333);
            assertThat(numbers(answer.path("exits"))).containsExactly(0.0, 0.0, 0.0, 2.0, 0.0, 0.0, 1.0, 9.0);
        }

        @Test
        void or_of_a_short() {
            put(Crowd.of("short", 6, 30).setLikes(2).build());

            JsonNode answer = audience("short").json();

            assertThat(answer.path("buckets").intValue()).isEqualTo(30);
            assertThat(answer.path("viewers").intValue()).isEqualTo(6);
            assertThat(numbers(answer.path("retention"))).hasSize(30).containsOnly(1.0);
        }

        @ParameterizedTest
        @ValueSource(strings = {"hidden", "nobody-knows", "whole/x"})
        void that_students_do_not_see_there_is_none(String video) {
            As admin = service.as(TokenRequest.admin("ada"));

            assertThat(admin.get("/api/analytics/video/" + video + "/audience").status())
                    .isEqualTo(404);
            assertThat(admin.get("/api/analytics/video/" + video + "/timeline?from=2026-11-21&to=2026-11-21")
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void asks_the_database_once() {
            Statements statements = Statements.of(service);

            assertThat(statements.during(() -> audience("whole"))).isEqualTo(1);
            assertThat(statements.during(() -> teacher.get("/api/analytics/course/c")))
                    .isEqualTo(2);
            assertThat(statements.during(
                            () -> teacher.get("/api/analytics/course/c/timeline?from=2026-11-01&to=2026-11-21")))
                    .isEqualTo(1);
        }
    }

    @Nested
    class Live {
        @Test
        void what_was_summed_shows_within_two_seconds() {
            for (int viewers = 100; viewers < 110; viewers++) {
                long startedNanos = System.nanoTime();
                put(Crowd.of("live", viewers, 100).build());
                assertThat(Duration.ofNanos(System.nanoTime() - startedNanos)).isLessThan(Duration.ofSeconds(2));
            }
        }

        @Test
        void who_has_the_answer_is_told_that_it_is_the_same_until_it_is_not() {
            put(Crowd.of("tagged", 7, 100).build());
            String tag = audience("tagged").header("ETag");
            Answer same = teacher.get("/api/analytics/video/tagged/audience", "If-None-Match", tag);
            put(Crowd.of("tagged", 8, 100).build());
            Answer other = teacher.get("/api/analytics/video/tagged/audience", "If-None-Match", tag);

            assertThat(same.status()).isEqualTo(304);
            assertThat(other.status()).isEqualTo(200);
            assertThat(other.header("ETag")).isNotEqualTo(tag);
        }
    }

    @Nested
    class Of_a_course {
        @Test
        void says_of_each_video_in_order_how_many_watched_it_and_how_far() {
            put(Crowd.audience("o1", 3)
                    .setCompletions(1)
                    .setWatchedMs(1_000)
                    .setFurthestBasisPoints(20_000)
                    .build());
            String put = written.course(Courses.course("order")
                    .video("o2", 600)
                    .video("o1", 600)
                    .video("o4", 600, it -> it.setPublished(false))
                    .chapter("c2")
                    .shortVideo("o3", 30, "1.1", 1)
                    .build());
            String students = written.put(
                            Written.courseProgress("ana", "order", 2).build())
                    + "," + written.put(Written.courseProgress("bo", "order", 2).build())
                    + "," + written.put(Written.courseProgress("cy", "order", 1).build())
                    + ","
                    + written.put(Written.courseProgress("di", "elsewhere", 2).build());
            service.as(TokenRequest.student("ana")).getAfter("/api/progress/course/order", put, students);

            assertThat(teacher.get("/api/analytics/course/order").json()).isEqualTo(JSON.readTree("""
                            {"course_id": "order", "started": 3, "completed": 2, "videos": [
                              {"video_id": "o2", "title": "Title of o2", "viewers": 0, "completions": 0,
                               "average_watch_time": 0, "average_percentage": 0},
                              {"video_id": "o1", "title": "Title of o1", "viewers": 3, "completions": 1,
                               "average_watch_time": 0.333, "average_percentage": 66.67},
                              {"video_id": "o3", "title": "Title of o3", "viewers": 0, "completions": 0,
                               "average_watch_time": 0, "average_percentage": 0}]}
                            """));
        }

        @Test
        void that_was_changed_is_as_it_is_now() {
            written.course(Courses.course("changed").video("e1", 600).build());
            String put = written.course(
                    Courses.course("changed").version(2).video("e2", 600).build());

            Answer changed = teacher.getAfter("/api/analytics/course/changed", put);

            assertThat(changed.header("Playhead-Fresh")).isEqualTo("true");
            assertThat(changed.text()).contains("\"e2\"").doesNotContain("\"e1\"");
            Answer gone = teacher.getAfter("/api/analytics/course/changed", written.noCourse("changed"));
            assertThat(gone.status()).isEqualTo(404);
        }

        @Test
        void that_has_nothing_to_see() {
            String put = written.course(Courses.course("empty").build());

            assertThat(teacher.getAfter("/api/analytics/course/empty", put).text())
                    .isEqualTo("{\"course_id\":\"empty\",\"started\":0,\"completed\":0,\"videos\":[]}");
        }
    }

    /// Nobody can say that sums hold what one student did: so it is not waited for either.
    @Test
    void a_students_write_is_never_said_to_be_in_it() {
        String never = written.token(0, 1_000_000);
        long startedNanos = System.nanoTime();

        assertThat(teacher.getAfter("/api/analytics/course/c", never).header("Playhead-Fresh"))
                .isEqualTo("false");
        assertThat(Duration.ofNanos(System.nanoTime() - startedNanos)).isLessThan(Duration.ofMillis(1_500));
    }

    /// Returns when it is in the rows.
    private static void put(Audience audience) {
        written.put(audience);
        String wanted = audience.getViewers() + " " + audience.getCurves().size();
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> rows.jdbc()
                        .queryForList(
                                "select max(viewers) || ' ' || count(buckets) from audience left join audience_curve"
                                        + " using (material_id) where material_id = ?",
                                String.class,
                                audience.getMaterialId())
                        .contains(wanted));
    }

    private static Answer audience(String video) {
        return teacher.get("/api/analytics/video/" + video + "/audience");
    }

    private static IntToLongFunction of(long... counts) {
        return bucket -> counts[bucket];
    }

    private static List<Double> numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::doubleValue)
                .toList();
    }
}
