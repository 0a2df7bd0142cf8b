package dev.playhead.ingest.shorts;

import static dev.playhead.ingest.shorts.Desk.judge;
import static dev.playhead.ingest.shorts.Desk.judgeNamed;
import static dev.playhead.ingest.shorts.Desk.refused;
import static dev.playhead.ingest.shorts.Desk.taken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.ingest.heartbeat.UnknownMaterials;
import dev.playhead.ingest.heartbeat.Verdict.Reason;
import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.HeartbeatSource;
import dev.playhead.schemas.event.MaterialKind;
import dev.playhead.schemas.event.Swipe;
import dev.playhead.web.problem.ProblemType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchingTest {
    private static final Shelf SHELF = Desk.shelf(UnknownMaterials.REFUSE);

    @Nested
    class Positions {
        @ParameterizedTest
        @CsvSource({
            // percentage, seconds, position, furthest
            "50, 22.5, 22500, 22500",
            "50, 10, 10000, 22500",
            "20, 22.5, 22500, 22500",
            "100, 44.2, 44200, 45000",
            "50, , 22500, 22500",
            "null, 22.5, 22500, ",
            ", 22.5, 22500, ",
            "0, 0, 0, 0",
            "0, 46, 45000, 45000",
            "null, 604800, 45000, ",
            "99.9999, 44.9996, 45000, 45000"
        })
        void are_where_to_resume_and_the_furthest_is_the_greater(
                @Nullable String percentage, @Nullable String seconds, long position, @Nullable Long furthest) {
            Heartbeat heartbeat = taken("s", report(percentage, seconds)).heartbeat();

            assertThat(heartbeat.getPositionMs()).isEqualTo(position);
            assertThat(heartbeat.getFurthestMs()).isEqualTo(furthest);
            assertThat(heartbeat.getDurationMs()).isEqualTo(45_000);
        }

        @Test
        void are_needed_one_way_or_the_other() {
            refused(judge(SHELF, "s", "{'watch_percentage': null}"), "watch_time_seconds is required");
            refused(judge(SHELF, "s", "{}"), "watch_time_seconds is required");
        }
    }

    @Nested
    class Percentages {
        @ParameterizedTest
        @ValueSource(strings = {"0", "50", "94.999", "100", "33.333333333333336", "100.0"})
        void are_answered_as_sent(String percentage) {
            assertThat(taken("s", report(percentage, "1")).answer().watchPercentage())
                    .isEqualByComparingTo(percentage);
        }

        @Test
        void are_no_powers_of_ten() {
            assertThat(taken("s", report("1e2", "1")).answer().watchPercentage())
                    .hasToString("100");
        }

        @ParameterizedTest
        @CsvSource({"0, 0.00", "15, 33.33", "45, 100.00", "99, 100.00"})
        void that_a_player_does_not_know_follow_from_the_position(String seconds, BigDecimal percentage) {
            assertThat(taken("s", report("null", seconds)).answer().watchPercentage())
                    .isEqualTo(percentage);
        }
    }

    @Nested
    class Completion {
        @ParameterizedTest
        @CsvSource({
            "95, 0, true",
            "94.999, 0, false",
            "0, 42.75, true",
            "0, 42.749, false",
            "null, 42.75, true",
            "null, 42.749, false",
            "100, 44.2, true"
        })
        void is_judged_on_exact_milliseconds(String percentage, String seconds, boolean completed) {
            assertThat(taken("s", report(percentage, seconds)).answer().completed())
                    .isEqualTo(completed);
        }

        @Test
        void by_coverage_shows_in_no_report() {
            Watched watched = taken("covered", report("100", "45"));

            assertThat(watched.heartbeat().getCompletionRule()).isEqualTo(CompletionRule.COVERAGE);
            assertThat(watched.answer().completed()).isFalse();
        }
    }

    @Nested
    class Swipes {
        @Test
        void are_of_the_report_that_they_come_with() {
            assertThat(swipe("'up'")).isEqualTo(Swipe.UP);
            assertThat(swipe("'down'")).isEqualTo(Swipe.DOWN);
            assertThat(swipe("'none'")).isNull();
            assertThat(swipe("null")).isNull();
        }

        @Test
        void make_another_event_of_the_same_moment_and_a_retry_the_same() {
            assertThat(idOfSwipe("up")).isEqualTo(idOfSwipe("up")).isNotEqualTo(idOfSwipe("down"));
            assertThat(idOfSwipe("none")).isNotEqualTo(idOfSwipe("up"));
        }

        private static String idOfSwipe(String direction) {
            return taken(
                            "s",
                            "{'watch_time_seconds': 5, 'occurred_at': '2026-11-21T08:00:00Z', 'swipe_direction': '"
                                    + direction + "'}")
                    .heartbeat()
                    .getEventId();
        }

        private static @Nullable Swipe swipe(String direction) {
            return taken("s", "{'watch_time_seconds': 5, 'swipe_direction': " + direction + "}")
                    .heartbeat()
                    .getSwipe();
        }
    }

    @Nested
    class Names {
        @ParameterizedTest
        @ValueSource(strings = {"123", "'123'"})
        void are_numbers_or_strings(String id) {
            String report = "{'watch_time_seconds': 5, 'shorts_id': " + id + "}";

            assertThat(taken("123", report).heartbeat().getMaterialId()).isEqualTo("123");
            assertThat(taken(judgeNamed(report)).heartbeat().getMaterialId()).isEqualTo("123");
        }

        @ParameterizedTest
        @ValueSource(strings = {"124", "'124'", "'0123'"})
        void that_disagree_with_the_path_are_refused(String id) {
            refused(
                    judge(SHELF, "123", "{'watch_time_seconds': 5, 'shorts_id': " + id + "}"),
                    "shorts_id must be that of the path");
        }

        @Test
        void are_needed_where_the_path_has_none() {
            refused(judgeNamed("{'watch_time_seconds': 5}"), "shorts_id is required");
            refused(
                    judgeNamed("{'shorts_id': 1.5, 'swipe_direction': 'left'}"),
                    "shorts_id must be a string or a whole number",
                    "watch_time_seconds is required",
                    "swipe_direction must be one of down, none, up");
        }

        @ParameterizedTest
        @ValueSource(strings = {"nobody-knows", "video", "mock", "mock_1.1_1", "a/b", ""})
        void that_are_of_no_short_are_not_found(String id) {
            assertThat(refused(judge(SHELF, id, "{'watch_time_seconds': 5}")).reason())
                    .isEqualTo(Reason.UNKNOWN_MATERIAL);
            assertThat(refused(judgeNamed("{'watch_time_seconds': 5, 'shorts_id': '" + id + "'}"))
                            .problem()
                            .type())
                    .isEqualTo(ProblemType.NOT_FOUND);
        }

        @Test
        void of_another_student_are_refused() {
            assertThat(refused(judge(SHELF, "s", "{'watch_time_seconds': 5, 'student_id': 'bo'}"))
                            .reason())
                    .isEqualTo(Reason.OTHER_STUDENT);
        }
    }

    @Nested
    class ElsewhereCatalogued {
        private static final Shelf ANY = Desk.shelf(UnknownMaterials.ACCEPT);

        @Test
        void shorts_are_as_long_as_the_player_says() {
            Heartbeat heartbeat = taken(judge(ANY, "theirs", "{'watch_percentage': 50, 'total_duration': 30}"))
                    .heartbeat();

            assertThat(heartbeat.getPositionMs()).isEqualTo(15_000);
            assertThat(heartbeat.getKind()).isEqualTo(MaterialKind.SHORT);
            assertThat(heartbeat.getCourseId()).isNull();
            assertThat(heartbeat.getCompletionThreshold()).isEqualTo(95);
            refused(judge(ANY, "theirs", "{'watch_percentage': 50}"), "total_duration is required");
            refused(
                    judge(ANY, "theirs", "{'watch_percentage': 50, 'total_duration': 0}"),
                    "total_duration must be more than 0");
        }

        @ParameterizedTest
        @ValueSource(strings = {"video", "mock_1.1_1", "mock", "session:1"})
        void what_can_be_no_short_is_not_found_all_the_same(String id) {
            assertThat(refused(judge(ANY, id, "{'watch_percentage': 50, 'total_duration': 30}"))
                            .problem()
                            .type())
                    .isEqualTo(ProblemType.NOT_FOUND);
        }
    }

    @Test
    void all_that_a_player_can_say_is_kept() {
        Heartbeat heartbeat = taken("s", """
                {'shorts_id': 's', 'watch_percentage': 50, 'watch_time_seconds': 20, 'swipe_direction': 'up',
                 'total_duration': 44, 'session_id': 'sitting', 'device_id': 'phone',
                 'occurred_at': '2026-11-21T08:00:00Z', 'sent_at': '2026-11-21T08:00:10Z',
                 'event_id': '0B9A4E57-94DD-4E8B-9A5A-3C2E5F0A1B2C', 'student_id': 'ana', 'volume': 11}""").heartbeat();

        assertThat(heartbeat.getSource()).isEqualTo(HeartbeatSource.SHORTS);
        assertThat(heartbeat.getSessionId()).isEqualTo("sitting");
        assertThat(heartbeat.getDeviceId()).isEqualTo("phone");
        assertThat(heartbeat.getEventId()).isEqualTo("0b9a4e57-94dd-4e8b-9a5a-3c2e5f0a1b2c");
        assertThat(heartbeat.getReceivedAt() - heartbeat.getOccurredAt()).isEqualTo(10_000);
        assertThat(heartbeat.getSwipe()).isEqualTo(Swipe.UP);
    }

    @Test
    void all_that_is_wrong_is_told() {
        refused(
                judge(SHELF, "s", """
                        {'shorts_id': [], 'watch_percentage': 100.1, 'watch_time_seconds': '5',
                         'swipe_direction': 'left', 'total_duration': 90, 'session_id': 'a b', 'device_id': 5,
                         'occurred_at': '2026-10-01T08:00:00Z', 'sent_at': 'now', 'event_id': 'x'}"""),
                "shorts_id must be a string or a whole number",
                "watch_percentage must be from 0 to 100",
                "watch_time_seconds must be a number",
                "swipe_direction must be one of down, none, up",
                "total_duration must be within 5 s of the catalog's 45 s",
                "session_id must be 1 to 128 of A-Z a-z 0-9 . _ : - and no reserved word",
                "device_id must be a string",
                "occurred_at must not be more than 30 days in the past",
                "sent_at must be a time of RFC 3339, such as 2026-11-21T08:30:00Z",
                "event_id must be a UUID");
        refused(judge(SHELF, "s", "[]"), "body must be an object");
        refused(judgeNamed("5"), "body must be an object");
    }

    private static String report(@Nullable String percentage, @Nullable String seconds) {
        return "{'swipe_direction': 'none'"
                + (percentage == null ? "" : ", 'watch_percentage': " + percentage)
                + (seconds == null ? "" : ", 'watch_time_seconds': " + seconds) + "}";
    }
}
