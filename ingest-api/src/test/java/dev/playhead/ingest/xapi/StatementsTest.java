package dev.playhead.ingest.xapi;

import static dev.playhead.testing.sample.XapiStatement.common;
import static dev.playhead.testing.sample.XapiStatement.video;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.ingest.catalog.Catalog;
import dev.playhead.ingest.catalog.Catalogs;
import dev.playhead.ingest.heartbeat.UnknownMaterials;
import dev.playhead.ingest.heartbeat.Verdict.Reason;
import dev.playhead.ingest.xapi.Ruling.Accepted;
import dev.playhead.ingest.xapi.Ruling.Refused;
import dev.playhead.ingest.xapi.XapiSettings.ActorRule;
import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.HeartbeatSource;
import dev.playhead.schemas.event.MaterialKind;
import dev.playhead.schemas.event.PlaybackEvent;
import dev.playhead.testing.sample.XapiSitting;
import dev.playhead.testing.sample.XapiStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class StatementsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:30:00Z");
    private static final String ID = "86c5b148-4462-4da9-a13f-b570c27fa049";
    private static final String EXTENSION = "https://w3id.org/xapi/video/extensions/";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Catalog CATALOG = Catalogs.of(Catalogs.course(
            "react",
            1,
            Catalogs.material("video123", MaterialKind.VIDEO, 600_000),
            Catalogs.material("short", MaterialKind.SHORT, 45_000)));

    private final Statements statements =
            new Statements(CATALOG, UnknownMaterials.REFUSE, new XapiSettings("", ActorRule.CHECK));

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

    @Nested
    class Videos {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://x/video123",
                    "https://x/a/b/video123/",
                    "https://x/video123?t=5",
                    "https://x/video123#/top?a=/b",
                    "urn:video123",
                    "video:/watch/video123"
                })
        void are_named_by_the_last_segment(String iri) {
            assertThat(one(video("played").time(1).object(iri)).getMaterialId()).isEqualTo("video123");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "video123", "https://x", "https://video123", "https://x/", "https://x/a b", "/video123"})
        void are_named_by_an_iri(String iri) {
            Refused refused = refused(video("played").time(1).object(iri).json());

            assertThat(refused.reason()).isEqualTo(Reason.INVALID);
            assertThat(refused.errors())
                    .singleElement()
                    .satisfies(error -> assertThat(error.field()).isEqualTo("object.id"));
        }

        @Test
        void are_found_by_a_pattern() {
            Statements ours = new Statements(
                    CATALOG, UnknownMaterials.REFUSE, new XapiSettings("[?&]v=([^&#]+)", ActorRule.CHECK));

            assertThat(ours.judge(
                            "ana",
                            JSON.readTree(video("played")
                                    .time(1)
                                    .object("https://x/watch?list=1&v=video123#t")
                                    .json()),
                            "",
                            NOW.toEpochMilli()))
                    .isInstanceOfSatisfying(
                            Accepted.class,
                            accepted -> assertThat(
                                            accepted.heartbeats().getFirst().getMaterialId())
                                    .isEqualTo("video123"));
        }

        @Test
        void that_the_catalog_does_not_have_are_refused() {
            refused(
                    Reason.UNKNOWN_MATERIAL,
                    video("played").time(1).object("https://x/nobody-knows").json(),
                    "object.id names no video of the catalog: nobody-knows");
        }

        @Test
        void of_a_catalog_elsewhere_are_as_long_as_the_statement_says() {
            Statements accepting =
                    new Statements(CATALOG, UnknownMaterials.ACCEPT, new XapiSettings("", ActorRule.CHECK));
            XapiStatement played = video("played").time(1).object("https://x/theirs");

            assertThat(accepting.judge("ana", JSON.readTree(played.json()), "", NOW.toEpochMilli()))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.errors())
                                    .singleElement()
                                    .satisfies(
                                            error -> assertThat(error.message()).isEqualTo("is required")));
            assertThat(accepting.judge("ana", JSON.readTree(played.length(90).json()), "", NOW.toEpochMilli()))
                    .isInstanceOfSatisfying(Accepted.class, accepted -> {
                        assertThat(accepted.heartbeats().getFirst().getDurationMs())
                                .isEqualTo(90_000);
                        assertThat(accepted.heartbeats().getFirst().getCourseId())
                                .isNull();
                    });
        }
    }

    @Nested
    class OtherThings {
        @ParameterizedTest
        @ValueSource(strings = {"answered", "passed", "voided", "played"})
        void with_other_verbs_are_not_about_video(String verb) {
            refused(Reason.NOT_VIDEO, common(verb).time(1).json(), "verb.id must be one of the xAPI Video Profile");
        }

        @Test
        void are_completed_too() {
            String course = """
                    {"verb": {"id": "http://adlnet.gov/expapi/verbs/completed"},
                     "object": {"id": "https://x/video123",
                       "definition": {"type": "http://adlnet.gov/expapi/activities/course"}}}""";

            refused(Reason.NOT_VIDEO, course, "object must be a video: by its type, or by the statement's category");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Agent", "SubStatement", "StatementRef"})
        void are_no_activities(String type) {
            String statement = video("played")
                    .time(1)
                    .json()
                    .replace("\"objectType\":\"Activity\"", "\"objectType\":\"" + type + "\"");

            assertThat(refused(statement).reason()).isEqualTo(Reason.NOT_VIDEO);
        }
    }

    @Nested
    class AnActor {
        @Test
        void that_names_another_is_refused() {
            assertThat(refused(video("played").time(1).account("bo").json()).reason())
                    .isEqualTo(Reason.OTHER_STUDENT);
            assertThat(judge("bo@example.org", video("played").time(1).json()))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.OTHER_STUDENT));
        }

        @Test
        void that_names_the_caller_or_cannot_be_told_from_them_is_not() {
            one(video("played").time(1).account("ana"));
            one(video("played").time(1));
            assertThat(judge("Ana@example.org", video("played").time(1).json())).isInstanceOf(Accepted.class);
        }

        @Test
        void can_be_of_the_players_own_making() {
            Statements ignoring =
                    new Statements(CATALOG, UnknownMaterials.REFUSE, new XapiSettings("", ActorRule.IGNORE));

            assertThat(ignoring.judge(
                            "ana",
                            JSON.readTree(video("played").time(1).account("bo").json()),
                            "",
                            NOW.toEpochMilli()))
                    .isInstanceOfSatisfying(
                            Accepted.class,
                            accepted -> assertThat(
                                            accepted.heartbeats().getFirst().getStudentId())
                                    .isEqualTo("ana"));
        }
    }

    @Nested
    class Bounds {
        @ParameterizedTest
        @ValueSource(strings = {"\"5\"", "-1", "1e999", "null", "[1]", "{}", "true", "660.001"})
        void of_a_position(String time) {
            Refused refused = refused(video("played").time(1).json().replace("time\":1.0", "time\":" + time));

            assertThat(refused.reason()).isEqualTo(Reason.INVALID);
            assertThat(refused.errors())
                    .singleElement()
                    .satisfies(error -> assertThat(error.field()).isEqualTo("result.extensions." + EXTENSION + "time"));
        }

        @ParameterizedTest
        @ValueSource(doubles = {0, 1, 539.9, 660.1})
        void of_a_length(double length) {
            assertThat(refused(video("played").time(0).length(length).json()).reason())
                    .isEqualTo(Reason.INVALID);
        }

        @Test
        void of_a_position_are_the_length_where_there_is_one() {
            refused(
                    Reason.INVALID,
                    video("played").time(596).length(595).json(),
                    "time must not be more than the length of 595 s");
        }

        @Test
        void of_time_are_those_of_a_heartbeat() {
            assertThat(one(video("played").time(1).occurredAt(NOW.minus(Duration.ofDays(30))))
                            .getOccurredAt())
                    .isEqualTo(NOW.minus(Duration.ofDays(30)).toEpochMilli());
            refused(
                    Reason.INVALID,
                    video("played")
                            .time(1)
                            .occurredAt(NOW.minus(Duration.ofDays(31)))
                            .json(),
                    "timestamp must not be more than 30 days in the past");
            refused(
                    Reason.INVALID,
                    video("played").time(1).occurredAt(NOW.plusSeconds(301)).json(),
                    "timestamp must not be more than 5 minutes in the future");
        }

        @Test
        void that_are_broken_are_told_all_at_once_under_where_they_stand() {
            String statement = """
                    {"id": 5, "verb": {"id": "https://w3id.org/xapi/video/verbs/paused"}, "actor": "ana",
                     "object": {"id": ["https://x/video123"]}, "timestamp": 1763712000000, "result": "fine",
                     "context": {"extensions": {"%ssession-id": "a b"}}}""".formatted(EXTENSION);

            Ruling ruling = statements.judge("ana", JSON.readTree(statement), "[3]", NOW.toEpochMilli());

            assertThat(((Refused) ruling).errors())
                    .extracting(error -> error.field() + " " + error.message())
                    .containsExactlyInAnyOrder(
                            "[3].actor must be an object",
                            "[3].id must be a string",
                            "[3].object.id must be a string",
                            "[3].timestamp must be a string",
                            "[3].result must be an object",
                            "[3].context.extensions." + EXTENSION + "session-id "
                                    + dev.playhead.schemas.id.Ids.OTHER_RULE,
                            "[3].result.extensions." + EXTENSION + "time is required");
        }
    }

    private Heartbeat one(XapiStatement statement) {
        assertThat(accepted(statement.json()).heartbeats()).hasSize(1);
        return accepted(statement.json()).heartbeats().getFirst();
    }

    private Accepted accepted(String statement) {
        assertThat(judge("ana", statement)).isInstanceOf(Accepted.class);
        return (Accepted) judge("ana", statement);
    }

    private void refused(Reason reason, String statement, String... errors) {
        Refused refused = refused(statement);
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.errors())
                .extracting(error -> error.field().replaceFirst(".*/", "") + " " + error.message())
                .containsExactlyInAnyOrder(errors);
    }

    private Refused refused(String statement) {
        assertThat(judge("ana", statement)).isInstanceOf(Refused.class);
        return (Refused) judge("ana", statement);
    }

    private Ruling judge(String student, String statement) {
        return statements.judge(student, JSON.readTree(statement), "", NOW.toEpochMilli());
    }
}
