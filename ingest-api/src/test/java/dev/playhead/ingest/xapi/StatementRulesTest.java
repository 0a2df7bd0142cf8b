package dev.playhead.ingest.xapi;

import static dev.playhead.ingest.xapi.Judge.EXTENSION;
import static dev.playhead.ingest.xapi.Judge.NOW;
import static dev.playhead.ingest.xapi.Judge.accepted;
import static dev.playhead.ingest.xapi.Judge.one;
import static dev.playhead.ingest.xapi.Judge.refused;
import static dev.playhead.testing.sample.XapiStatement.common;
import static dev.playhead.testing.sample.XapiStatement.video;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.ingest.enrolment.Enrolment;
import dev.playhead.ingest.heartbeat.UnknownMaterials;
import dev.playhead.ingest.heartbeat.Verdict.Reason;
import dev.playhead.ingest.xapi.Ruling.Accepted;
import dev.playhead.ingest.xapi.Ruling.Refused;
import dev.playhead.ingest.xapi.XapiSettings.ActorRule;
import dev.playhead.testing.sample.XapiStatement;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is refused, and why.
class StatementRulesTest {
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
            Judge ours = Judge.by(UnknownMaterials.REFUSE, new XapiSettings("[?&]v=([^&#]+)", ActorRule.CHECK));

            assertThat(ours.judge(
                            "ana",
                            video("played")
                                    .time(1)
                                    .object("https://x/watch?list=1&v=video123#t")
                                    .json()))
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
            Judge accepting = Judge.by(UnknownMaterials.ACCEPT, new XapiSettings("", ActorRule.CHECK));
            XapiStatement played = video("played").time(1).object("https://x/theirs");

            assertThat(accepting.judge("ana", played.json()))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.errors())
                                    .singleElement()
                                    .satisfies(
                                            error -> assertThat(error.message()).isEqualTo("is required")));
            assertThat(accepting.judge("ana", played.length(90).json()))
                    .isInstanceOfSatisfying(Accepted.class, accepted -> {
                        assertThat(accepted.heartbeats().getFirst().getDurationMs())
                                .isEqualTo(90_000);
                        assertThat(accepted.heartbeats().getFirst().getCourseId())
                                .isNull();
                    });
        }

        @Test
        void of_a_course_that_is_not_the_students_are_not_told_from_what_is_not_there() {
            Judge byClaim = Judge.by(UnknownMaterials.REFUSE, new XapiSettings("", ActorRule.CHECK), Enrolment.CLAIM);

            assertThat(byClaim.judge(
                            "ana",
                            video("played")
                                    .time(1)
                                    .object("https://x/nobody-knows")
                                    .json()))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_ENROLLED));
            assertThat(byClaim.judge("ana", video("played").time(1).json())).isInstanceOf(Accepted.class);
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
            assertThat(Judge.BY_DEFAULT.judge(
                            "bo@example.org", video("played").time(1).json()))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.OTHER_STUDENT));
        }

        @Test
        void that_names_the_caller_or_cannot_be_told_from_them_is_not() {
            one(video("played").time(1).account("ana"));
            one(video("played").time(1));
            assertThat(Judge.BY_DEFAULT.judge(
                            "Ana@example.org", video("played").time(1).json()))
                    .isInstanceOf(Accepted.class);
        }

        @Test
        void can_be_of_the_players_own_making() {
            Judge ignoring = Judge.by(UnknownMaterials.REFUSE, new XapiSettings("", ActorRule.IGNORE));

            assertThat(ignoring.judge(
                            "ana", video("played").time(1).account("bo").json()))
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

            Ruling ruling = Judge.BY_DEFAULT.judge("ana", statement, "[3]");

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
}
