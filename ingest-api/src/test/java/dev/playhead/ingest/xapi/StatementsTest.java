package dev.playhead.ingest.xapi;

import static dev.playhead.ingest.xapi.Judge.EXTENSION;
import static dev.playhead.ingest.xapi.Judge.NOW;
import static dev.playhead.ingest.xapi.Judge.accepted;
import static dev.playhead.ingest.xapi.Judge.one;
import static dev.playhead.ingest.xapi.Judge.refused;
import static dev.playhead.testing.sample.XapiStatement.common;
import static dev.playhead.testing.sample.XapiStatement.video;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.ingest.heartbeat.Verdict.Reason;
import dev.playhead.ingest.xapi.Ruling.Accepted;
import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.HeartbeatSource;
import dev.playhead.schemas.event.MaterialKind;
import dev.playhead.schemas.event.PlaybackEvent;
import dev.playhead.testing.sample.XapiSitting;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementsTest {
    private static final String ID = "86c5b148-4462-4da9-a13f-b570c27fa049";

    @Nested
    class ASitting {
        @Test
        void becomes_the_heartbeats_that_the_fold_is_tested_with() {
            XapiSitting sitting = new XapiSitting(NOW.minusSeconds(600), "s1");

            List<Heartbeat> heartbeats = sitting.statements().stream()
                    .flatMap(statement -> accepted(statement).heartbeats().stream())
                    .toList();

            assertThat(heartbeats)
                    .usingRecursiveFieldByFieldElementComparatorOnFields(
                            "event",
                            "position_ms",
                            "played_known",
                            "played",
                            "furthest_ms",
                            "playback_rate",
                            "occurred_at",
                            "session_id",
                            "sequence",
                            "device_id",
                            "source",
                            "student_id",
                            "material_id",
                            "duration_ms")
                    .isEqualTo(sitting.heartbeats());
            assertThat(heartbeats).extracting(Heartbeat::getEventId).doesNotHaveDuplicates();
        }

        @Test
        void is_stamped_with_what_the_catalog_says() {
            Heartbeat heartbeat = one(video("paused").time(30).id(ID));

            assertThat(heartbeat.getEventId()).isEqualTo(ID);
            assertThat(heartbeat.getCourseId()).isEqualTo("react");
            assertThat(heartbeat.getKind()).isEqualTo(MaterialKind.VIDEO);
            assertThat(heartbeat.getSource()).isEqualTo(HeartbeatSource.XAPI);
            assertThat(heartbeat.getCompletionRule()).isEqualTo(CompletionRule.COVERAGE);
            assertThat(heartbeat.getCompletionThreshold()).isEqualTo(70);
            assertThat(heartbeat.getOccurredAt()).isEqualTo(NOW.toEpochMilli());
            assertThat(heartbeat.getReceivedAt()).isEqualTo(NOW.toEpochMilli());
        }

        @Test
        void that_only_says_that_a_player_is_there_moves_nobody_to_the_start() {
            Accepted silent = accepted(common("initialized").id(ID).json());

            assertThat(silent.heartbeats()).isEmpty();
            assertThat(silent.id()).isEqualTo(ID);
            assertThat(one(common("initialized").time(12)).getPositionMs()).isEqualTo(12_000);
        }

        @Test
        void ends_where_the_student_left() {
            assertThat(one(common("completed").time(600)).getEvent()).isEqualTo(PlaybackEvent.ENDED);
            assertThat(one(common("terminated").time(599.5)).getEvent()).isEqualTo(PlaybackEvent.CLOSED);
        }
    }

    @Nested
    class PlayersInTheField {
        /// As H5P.Video writes them: lengths as text, no ids, segments with three digits.
        @Test
        void h5p_is_understood() {
            String context = """
                    'context': {'contextActivities': {'category': [{'id': 'https://w3id.org/xapi/video'}]},
                     'extensions': {'E/session-id': '0d6f66c2-7a60-4a55-8a5b-2f7e2b1f6b0e' %s}}""";
            String object = """
                    'object': {'id': 'https://school.example.org/h5p/video123?subContentId=5f', 'objectType': 'Activity',
                     'definition': {'extensions': {'http://h5p.org/x-api/h5p-local-content-id': 7},
                      'name': {'en-US': 'Intro'}}}""";
            String form = "{'verb': {'id': '%s', 'display': {'en-US': 'x'}}, " + object + ", %s " + context
                    + ", 'timestamp': '2026-11-21T08:29:00.123Z'}";

            Accepted initialized = accepted(h5p(form.formatted(
                    "http://adlnet.gov/expapi/verbs/initialized", "", ", 'E/length': '600.000', 'E/speed': 1")));
            Accepted paused = accepted(h5p(form.formatted(
                    "https://w3id.org/xapi/video/verbs/paused",
                    "'result': {'extensions': {'E/time': 12, 'E/progress': 0.02,"
                            + " 'E/played-segments': '0.000[.]12.000'}},",
                    "")));
            Accepted completed = accepted(h5p(form.formatted(
                    "http://adlnet.gov/expapi/verbs/completed",
                    "'result': {'completion': true, 'duration': 'PT600S', 'extensions': {'E/time': 600.012,"
                            + " 'E/progress': 1.003}},",
                    "")));

            assertThat(initialized.heartbeats()).isEmpty();
            assertThat(paused.heartbeats()).singleElement().satisfies(heartbeat -> {
                assertThat(heartbeat.getMaterialId()).isEqualTo("video123");
                assertThat(heartbeat.getPositionMs()).isEqualTo(12_000);
                assertThat(heartbeat.getSessionId()).isEqualTo("0d6f66c2-7a60-4a55-8a5b-2f7e2b1f6b0e");
                assertThat(heartbeat.getPlayed()).isEmpty();
                assertThat(heartbeat.getEventId()).isEqualTo(paused.id());
            });
            assertThat(completed.heartbeats())
                    .extracting(Heartbeat::getPositionMs)
                    .containsExactly(600_000L);
        }

        @Test
        void a_length_in_the_objects_definition_and_a_session_in_the_result_are_found() {
            Heartbeat heartbeat = accepted("""
                    {'verb': {'id': 'https://w3id.org/xapi/video/verbs/played'},
                     'object': {'id': 'urn:video123', 'definition': {'extensions': {'E/length': 604}}},
                     'result': {'extensions': {'E/time': 603, 'E/session-id': 's:1'}}}""".replace("urn:video123", "https://x/video123/")
                            .replace("E/", EXTENSION)
                            .replace('\'', '"'))
                    .heartbeats()
                    .getFirst();

            assertThat(heartbeat.getPositionMs()).isEqualTo(600_000);
            assertThat(heartbeat.getSessionId()).isEqualTo("s:1");
        }

        private static String h5p(String statement) {
            return statement.replace("E/", EXTENSION).replace('\'', '"');
        }
    }

    @Nested
    class Seeks {
        @ParameterizedTest
        @CsvSource({"50, 200", "200, 50"})
        void are_left_before_they_land_whichever_way_they_go(double from, double to) {
            Accepted seek = accepted(video("seeked").seek(from, to).id(ID).json());

            assertThat(seek.heartbeats())
                    .extracting(Heartbeat::getPositionMs)
                    .containsExactly(Math.round(from * 1_000), Math.round(to * 1_000));
            assertThat(seek.heartbeats().getFirst().getOccurredAt())
                    .isLessThan(seek.heartbeats().getLast().getOccurredAt());
            assertThat(seek.heartbeats().getLast().getEventId()).isEqualTo(ID);
        }

        @Test
        void sent_again_are_the_same() {
            String seek = video("seeked").seek(50, 200).occurredAt(NOW).json();

            assertThat(accepted(seek)).isEqualTo(accepted(seek));
        }

        @Test
        void say_both_where_from_and_where_to() {
            refused(Reason.INVALID, video("seeked").time(5).json(), "time-from is required", "time-to is required");
        }
    }

    @Nested
    class Ids {
        @Test
        void of_a_statement_without_one_follow_from_what_it_says() {
            String paused = without(video("paused").time(30).occurredAt(NOW).json());
            String silent = without(common("initialized").occurredAt(NOW).json());

            assertThat(accepted(paused).id())
                    .isEqualTo(accepted(paused).heartbeats().getFirst().getEventId())
                    .isEqualTo(accepted(paused).id());
            assertThat(accepted(silent).id())
                    .isEqualTo(accepted(silent).id())
                    .isNotEqualTo(accepted(paused).id());
        }

        @Test
        void are_uuids() {
            assertThat(accepted(video("paused")
                                    .time(30)
                                    .id(ID.toUpperCase(Locale.ROOT))
                                    .json())
                            .id())
                    .isEqualTo(ID);
            refused(Reason.INVALID, video("paused").time(30).id("1-1-1-1-1").json(), "id must be a UUID");
        }

        private static String without(String statement) {
            return statement.replaceFirst("\"id\":\"[^\"]*\",", "");
        }
    }
}
