package dev.playhead.ingest.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.ingest.catalog.Catalog;
import dev.playhead.ingest.catalog.Catalogs;
import dev.playhead.ingest.heartbeat.Verdict.Accepted;
import dev.playhead.ingest.heartbeat.Verdict.Reason;
import dev.playhead.ingest.heartbeat.Verdict.Refused;
import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.Material;
import dev.playhead.schemas.event.MaterialKind;
import dev.playhead.schemas.event.Segment;
import dev.playhead.schemas.id.EventIds;
import dev.playhead.web.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class IntakeTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:30:00Z");
    private static final Arrival ARRIVAL = new Arrival(Channel.PLAYER, NOW.toEpochMilli());
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Material OWN_RULE = Material.newBuilder(
                    Catalogs.material("own-rule", MaterialKind.VIDEO, 100_000))
            .setCompletionRule(CompletionRule.POSITION)
            .setCompletionThreshold(55)
            .build();
    private static final Catalog CATALOG = Catalogs.of(Catalogs.course(
            "react",
            1,
            Catalogs.material("video", MaterialKind.VIDEO, 600_000),
            Catalogs.material("brief", MaterialKind.VIDEO, 30_000),
            Catalogs.material("short", MaterialKind.SHORT, 45_000),
            OWN_RULE));

    private final Intake intake = new Intake(CATALOG, UnknownMaterials.REFUSE);

    @Nested
    class Positions {
        @ParameterizedTest
        @ValueSource(strings = {"0", "-0", "-0.0", "0.001", "599.999", "600", "600.000", "6e2"})
        void from_the_start_to_the_end_are_taken(String position) {
            accepted("video", "{'watch_time': " + position + ", 'total_duration': 600}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"-0.001", "600.0001", "601", "1e999", "1e999999999", "-1e400"})
        void before_the_start_and_past_the_end_are_not(String position) {
            refused("video", "{'watch_time': " + position + ", 'total_duration': 600}", "watch_time");
        }

        @Test
        void are_cut_to_the_catalogs_duration() {
            Heartbeat heartbeat =
                    accepted("video", "{'watch_time': 604, 'total_duration': 605, 'played': [[590, 604], [602, 605]]}");

            assertThat(heartbeat.getPositionMs()).isEqualTo(600_000);
            assertThat(heartbeat.getDurationMs()).isEqualTo(600_000);
            assertThat(heartbeat.getPlayed()).containsExactly(new Segment(590_000L, 600_000L));
        }
    }

    @Nested
    class Durations {
        @ParameterizedTest
        @CsvSource({"video, 540", "video, 660", "brief, 25", "brief, 35"})
        void within_ten_percent_or_five_seconds_are_the_catalogs(String video, String duration) {
            accepted(video, "{'watch_time': 1, 'total_duration': " + duration + "}");
        }

        @ParameterizedTest
        @CsvSource({"video, 539.999", "video, 660.001", "video, 1", "brief, 24.999", "brief, 35.001"})
        void further_off_are_refused(String video, String duration) {
            refused(video, "{'watch_time': 1, 'total_duration': " + duration + "}", "total_duration");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "-0.0", "0.0004", "-1", "604800.001", "1e999"})
        void of_nothing_or_of_more_than_a_week_are_refused(String duration) {
            refused("video", "{'watch_time': 0, 'total_duration': " + duration + "}", "total_duration");
        }
    }

    @Nested
    class Times {
        private static final Duration FUTURE = Duration.ofMinutes(5);
        private static final Duration PAST = Duration.ofDays(-30);

        @Test
        void up_to_five_minutes_ahead_and_thirty_days_ago_are_taken() {
            assertThat(at(NOW.plus(FUTURE)).getOccurredAt())
                    .isEqualTo(NOW.plus(FUTURE).toEpochMilli());
            assertThat(at(NOW.plus(PAST)).getOccurredAt())
                    .isEqualTo(NOW.plus(PAST).toEpochMilli());
        }

        @Test
        void beyond_are_refused() {
            refused("video", body("occurred_at", NOW.plus(FUTURE).plusMillis(1)), "occurred_at");
            refused("video", body("occurred_at", NOW.plus(PAST).minusMillis(1)), "occurred_at");
        }

        @Test
        void are_put_right_by_the_error_of_a_clock_that_is_a_year_ahead() {
            Instant theirNow = NOW.plus(Duration.ofDays(365));

            Heartbeat heartbeat = accepted(
                    "video",
                    body("occurred_at", theirNow.minusSeconds(90)).replace("}", ", 'sent_at': '" + theirNow + "'}"));

            assertThat(heartbeat.getOccurredAt()).isEqualTo(NOW.minusSeconds(90).toEpochMilli());
        }

        @Test
        void put_right_are_judged_as_such() {
            String sentLater = body("occurred_at", NOW).replace("}", ", 'sent_at': '" + NOW.minusSeconds(301) + "'}");

            refused("video", sentLater, "occurred_at");
        }

        @Test
        void that_nobody_says_are_now() {
            Heartbeat heartbeat = accepted("video", "{'watch_time': 1, 'total_duration': 600}");

            assertThat(heartbeat.getOccurredAt()).isEqualTo(NOW.toEpochMilli());
            assertThat(heartbeat.getReceivedAt()).isEqualTo(NOW.toEpochMilli());
        }

        private Heartbeat at(Instant time) {
            return accepted("video", body("occurred_at", time));
        }
    }

    @Nested
    class Ids {
        @Test
        void of_an_event_follow_from_what_the_client_said() {
            String said = body("occurred_at", NOW.minusSeconds(10));
            String sentTwice = said.replace("}", ", 'sent_at': '" + NOW.minusSeconds(5) + "'}");

            assertThat(accepted("video", sentTwice).getEventId())
                    .isEqualTo(accepted("video", said).getEventId())
                    .isEqualTo(EventIds.heartbeat(
                                    "ana", "video", null, NOW.minusSeconds(10).toEpochMilli(), 1_000, "playing")
                            .toString());
        }

        @Test
        void of_another_student_are_refused() {
            Verdict verdict = judge("video", "{'watch_time': 1, 'total_duration': 600, 'student_id': 'bo'}");

            assertThat(verdict).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.reason()).isEqualTo(Reason.OTHER_STUDENT);
                assertThat(refused.problem().type()).isEqualTo(ProblemType.FORBIDDEN);
            });
            accepted("video", "{'watch_time': 1, 'total_duration': 600, 'student_id': 'ana'}");
        }
    }

    @Nested
    class Played {
        @Test
        void segments_are_kept_and_empty_ones_dropped() {
            assertThat(accepted("video", played("[[0, 10], [20, 20], [5, 7.5]]"))
                            .getPlayed())
                    .containsExactly(new Segment(0L, 10_000L), new Segment(5_000L, 7_500L));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{}                 | played",
                    "[[1]]              | played[0]",
                    "[[1, 2, 3]]        | played[0]",
                    "[1, 2]             | played[0]",
                    "[[2, 1]]           | played[0][0]",
                    "[[-1, 1]]          | played[0][0]",
                    "[[1, 600.001]]     | played[0][1]",
                    "[[0, 1], [null, 1]]| played[1][0]"
                })
        void that_are_no_segments_of_the_video_are_refused(String segments, String field) {
            String[] fields = field.equals("played[0]") && segments.equals("[1, 2]")
                    ? new String[] {"played[0]", "played[1]"}
                    : new String[] {field};
            refused("video", played(segments), fields);
        }

        @Test
        void have_a_bound() {
            String segments = "[0, 1],".repeat(PlayedReader.SEGMENTS_MAX);

            accepted("video", played("[" + segments.substring(0, segments.length() - 1) + "]"));
            refused("video", played("[" + segments + "[0, 1]]"), "played");
        }

        private static String played(String segments) {
            return "{'watch_time': 1, 'total_duration': 600, 'played': " + segments + "}";
        }
    }

    @Nested
    class Stamped {
        @Test
        void with_the_courses_rule_by_kind() {
            Heartbeat video = accepted("video", "{'watch_time': 1, 'total_duration': 600}");
            Heartbeat brief = accepted("short", "{'watch_time': 1, 'total_duration': 45}");

            assertThat(List.of(video.getCompletionRule(), brief.getCompletionRule()))
                    .containsOnly(CompletionRule.COVERAGE);
            assertThat(video.getCompletionThreshold()).isEqualTo(70);
            assertThat(brief.getCompletionThreshold()).isEqualTo(90);
            assertThat(brief.getKind()).isEqualTo(MaterialKind.SHORT);
            assertThat(brief.getCourseId()).isEqualTo("react");
        }

        @Test
        void with_the_materials_own_rule_over_it() {
            Heartbeat heartbeat = accepted("own-rule", "{'watch_time': 1, 'total_duration': 100}");

            assertThat(heartbeat.getCompletionRule()).isEqualTo(CompletionRule.POSITION);
            assertThat(heartbeat.getCompletionThreshold()).isEqualTo(55);
        }
    }

    @Nested
    class Unknown {
        private static final String BODY = "{'watch_time': 1, 'total_duration': 77}";

        @Test
        void materials_are_refused_before_anything_else_is_looked_at() {
            assertThat(judge("elsewhere", "{'watch_time': 'x'}"))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.NOT_FOUND));
        }

        @Test
        void materials_are_taken_with_the_clients_duration_where_that_is_set() {
            Verdict verdict = new Intake(CATALOG, UnknownMaterials.ACCEPT)
                    .judge("ana", "elsewhere", JSON.readTree(BODY.replace('\'', '"')), ARRIVAL);

            Heartbeat heartbeat = ((Accepted) verdict).accepted();
            assertThat(heartbeat.getCourseId()).isNull();
            assertThat(heartbeat.getDurationMs()).isEqualTo(77_000);
            assertThat(heartbeat.getCompletionRule()).isEqualTo(CompletionRule.POSITION);
            assertThat(heartbeat.getCompletionThreshold()).isEqualTo(80);
        }

        @ParameterizedTest
        @ValueSource(strings = {"mock_1", "session", "course:a", "a b", ""})
        void materials_that_no_catalog_could_have_are_refused_even_then(String material) {
            Verdict verdict = new Intake(CATALOG, UnknownMaterials.ACCEPT)
                    .judge("ana", material, JSON.readTree(BODY.replace('\'', '"')), ARRIVAL);

            assertThat(verdict).isInstanceOf(Refused.class);
        }
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        refused(
                "video",
                "{'watch_time': 700, 'total_duration': 700, 'occurred_at': '2020-01-01T00:00:00Z', 'event': 1}",
                "total_duration",
                "occurred_at",
                "event");
    }

    private static String body(String field, Instant time) {
        return "{'watch_time': 1, 'total_duration': 600, '" + field + "': '" + time + "'}";
    }

    private Verdict judge(String material, String json) {
        return intake.judge("ana", material, JSON.readTree(json.replace('\'', '"')), ARRIVAL);
    }

    private Heartbeat accepted(String material, String json) {
        Verdict verdict = judge(material, json);
        assertThat(verdict).isInstanceOf(Accepted.class);
        return ((Accepted) verdict).accepted();
    }

    private void refused(String material, String json, String... fields) {
        assertThat(judge(material, json))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().errors())
                                .extracting(error -> error.field())
                                .containsExactlyInAnyOrder(fields));
    }
}
