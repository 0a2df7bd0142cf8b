package dev.playhead.ingest.xapi;

import static dev.playhead.testing.sample.XapiStatement.common;
import static dev.playhead.testing.sample.XapiStatement.video;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.ingest.Answer;
import dev.playhead.ingest.Bodies;
import dev.playhead.ingest.Calls;
import dev.playhead.ingest.Log;
import dev.playhead.ingest.RunningIngest;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.HeartbeatSource;
import dev.playhead.schemas.id.WriteToken;
import dev.playhead.testing.sample.XapiSitting;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementIT {
    private static final Sandbox SANDBOX = Stack.shared().sandbox(StatementIT.class);
    private static final String TOPIC = SANDBOX.topicPrefix() + "activity";
    private static final String PATH = "/xapi/statements";
    private static final String VERSION = "X-Experience-API-Version";
    private static final String ID = "86c5b148-4462-4da9-a13f-b570c27fa049";

    private static RunningIngest ingest;

    @BeforeAll
    static void start() {
        ingest = RunningIngest.start(SANDBOX);
        ingest.as(TokenRequest.admin("root"))
                .putCourse("c", Bodies.course("C", "video123"))
                .isAccepted();
    }

    @AfterAll
    static void stop() {
        ingest.close();
    }

    @Test
    void a_statement_is_acknowledged_and_in_the_log() {
        Answer answer =
                post("ana", video("paused").time(30.5).id(ID).session("s1").json());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("[\"" + ID + "\"]");
        assertThat(answer.header(VERSION)).isEqualTo("1.0.3");
        assertThat(answer.header(Refusals.HEADER)).isEmpty();
        assertThat(logOf("ana")).singleElement().satisfies(heartbeat -> {
            assertThat(heartbeat.getEventId()).isEqualTo(ID);
            assertThat(heartbeat.getSource()).isEqualTo(HeartbeatSource.XAPI);
            assertThat(heartbeat.getPositionMs()).isEqualTo(30_500);
            assertThat(heartbeat.getCourseId()).isEqualTo("c");
        });
    }

    @Test
    void a_sitting_is_in_the_log_as_it_occurred_however_it_was_sent() {
        XapiSitting sitting = new XapiSitting(Instant.now().minusSeconds(600).truncatedTo(ChronoUnit.MILLIS), "s1");

        Answer answer = post("bo", array(sitting.statements().reversed()));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json()).hasSize(sitting.statements().size());
        assertThat(logOf("bo"))
                .extracting(Heartbeat::getOccurredAt)
                .isEqualTo(sitting.heartbeats().stream()
                        .map(Heartbeat::getOccurredAt)
                        .toList());
        assertThat(WriteToken.parse(TOPIC, answer.header("Playhead-Written"))
                        .orElseThrow()
                        .offset())
                .isEqualTo(new Log(SANDBOX.bootstrapServers(), TOPIC)
                        .records().stream()
                                .filter(record -> record.key().equals("bo"))
                                .mapToLong(record -> record.offset())
                                .max()
                                .orElseThrow());
    }

    @Test
    void what_is_not_about_video_is_refused_alone() {
        String passed = common("passed").time(1).json();
        String unknown =
                video("played").time(1).object("https://x/nobody-knows").json();
        String wrong = video("played").time(-1).json();
        String right = video("played").time(1).id(ID).json();
        String anothers = video("played").time(1).account("bo").json();

        Answer answer = post("cleo", array(List.of(passed, right, unknown, wrong, anothers, "5")));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("[\"" + ID + "\"]");
        assertThat(answer.header(Refusals.HEADER))
                .isEqualTo("0;reason=not_video, 2;reason=unknown_material, 3;reason=invalid,"
                        + " 4;reason=other_student, 5;reason=invalid");
        assertThat(logOf("cleo")).hasSize(1);
    }

    @Test
    void where_all_are_refused_the_caller_is_told_of_all_why() {
        Answer answer = post(
                "dan",
                array(List.of(
                        common("passed").time(1).json(),
                        video("played").time(1).object("https://x/nobody-knows").json())));

        answer.isInvalid(
                "[0].verb.id must be one of the xAPI Video Profile",
                "[1].object.id names no video of the catalog: nobody-knows");
        post("dan", video("played").time(1).account("bo").json()).isProblem(403);
        assertThat(logOf("dan")).isEmpty();
    }

    @Test
    void a_player_that_only_says_that_it_is_there_writes_nothing() {
        Answer answer = post("eve", common("initialized").id(ID).length(600).json());

        assertThat(answer.body()).isEqualTo("[\"" + ID + "\"]");
        assertThat(answer.header("Playhead-Written")).isEmpty();
        assertThat(logOf("eve")).isEmpty();
    }

    @Test
    void a_statement_can_be_put_under_its_id() {
        String played = video("played").time(1).id(ID).json();

        Answer answer = put("fay", "?statementId=" + ID, played);

        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        assertThat(answer.header("Playhead-Written")).isNotEmpty();
        assertThat(logOf("fay")).extracting(Heartbeat::getEventId).containsExactly(ID);
        put("fay", "?statementId=" + ID.replace('8', '9'), played).isProblem(422);
        put("fay", "?statementId=5", played.replace(ID, "5")).isProblem(422);
        put("fay", "?statementId=" + ID, "[" + played + "]").isProblem(422);
        put("fay", "", played).isInvalid("statementId is required");
    }

    @ParameterizedTest
    @CsvSource({"1.0.3, 200", "1.0.0, 200", "1.0, 200", "2.0.0, 200", "0.95, 400", "3.0.0, 400", "x, 400"})
    void a_client_says_which_version_it_speaks_and_hears_it_back(String version, int status) {
        Calls gil = ingest.as(TokenRequest.student("gil"));

        Answer answer = gil.send(gil.json(PATH)
                .header(VERSION, version)
                .POST(BodyPublishers.ofString(common("initialized").json())));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header(VERSION)).isEqualTo(status == 200 ? version : "");
    }

    @Test
    void only_a_student_may() {
        String played = video("played").time(1).json();

        post(ingest.withToken(""), played).isProblem(401);
        post(ingest.as(TokenRequest.teacher("ted", "*")), played).isProblem(403);
        post(ingest.as(TokenRequest.admin("root")), played).isProblem(403);
    }

    @Test
    void there_are_at_most_500_of_them_in_a_megabyte() {
        String silent = common("initialized").json();
        List<String> most = Collections.nCopies(500, "{\"verb\":{\"id\":\"x\"}}");
        List<String> many = Collections.nCopies(501, "{\"verb\":{\"id\":\"x\"}}");

        assertThat(post("hal", array(List.of(silent.replace("A video", "x".repeat(900_000)))))
                        .status())
                .isEqualTo(200);
        post("hal", silent.replace("A video", "x".repeat(1_048_576))).isProblem(413);
        post("hal", array(many)).isInvalid("body must have from 1 to 500 statements");
        post("hal", "[]").isInvalid("body must have from 1 to 500 statements");
        assertThat(post("hal", array(most)).isProblem(422).errors()).hasSize(100);
    }

    @Test
    void a_header_says_of_as_many_as_it_has_room_for() {
        List<String> statements = new ArrayList<>(Collections.nCopies(499, "{\"verb\":{\"id\":\"x\"}}"));
        statements.add(common("initialized").json());

        Answer answer = post("ida", array(statements));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).hasSize(1);
        assertThat(answer.header(Refusals.HEADER).split(", ")).hasSize(100).startsWith("0;reason=not_video");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | ''",
                "400 | {",
                "400 | {'verb': {'id': NaN}}",
                "400 | {'verb': 1, 'verb': 2}",
                "422 | null",
                "422 | 5",
                "422 | [[]]",
                "422 | [null]",
                "422 | {}",
                "422 | {'verb': 'played'}",
                "422 | {'verb': {'id': ['https://w3id.org/xapi/video/verbs/played']}}",
                "422 | {'verb': {'id': 'https://w3id.org/xapi/video/verbs/played'}}",
                "422 | {'verb': {'id': 'https://w3id.org/xapi/video/verbs/played'}, 'object': []}",
                "422 | {'verb': {'id': 'https://w3id.org/xapi/video/verbs/played'}, 'object': {'id': {}}}",
                "422 | {'verb': {'id': 'https://w3id.org/xapi/video/verbs/played'}, 'object': {'definition': 5}}",
                "422 | {'verb': {'id': 'https://w3id.org/xapi/video/verbs/played'}, 'object': {'objectType': 5}}",
                "422 | {'verb': {'id': 'https://w3id.org/xapi/video/verbs/played'}, 'context': [[[]]]}",
                "422 | {'verb': {'id': 'http://adlnet.gov/expapi/verbs/completed'}, 'object': {'definition': {'type': {}}}}",
                "422 | {'verb': {'id': 'http://adlnet.gov/expapi/verbs/completed'}, 'context': {'contextActivities': 5}}"
            })
    void whatever_a_statement_is(int status, String body) {
        post("joe", body.replace('\'', '"')).isProblem(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://x/%2e%2e",
                "https://x/../..",
                "https://x/video123\u0000",
                "javascript:alert(1)",
                "https://x/session",
                "https://x/course:c",
                "\ud83c\udfac:",
                "https://x/%00",
                "C:\\video123"
            })
    void whatever_a_statements_object_is(String iri) {
        post("joe", video("played").time(1).object(iri).json()).isProblem(422);
    }

    @Test
    void an_iri_that_is_very_long_costs_nothing() {
        post(
                        "joe",
                        video("played")
                                .time(1)
                                .object("https://x/" + "a/".repeat(300_000))
                                .json())
                .isProblem(422);
    }

    private static Answer post(String student, String body) {
        return post(ingest.as(TokenRequest.student(student)), body);
    }

    private static Answer post(Calls calls, String body) {
        return calls.send(calls.json(PATH).POST(BodyPublishers.ofString(body)));
    }

    private static Answer put(String student, String query, String body) {
        Calls calls = ingest.as(TokenRequest.student(student));
        return calls.send(calls.json(PATH + query).PUT(BodyPublishers.ofString(body)));
    }

    private static String array(List<String> statements) {
        return "[" + String.join(",", statements) + "]";
    }

    private static List<Heartbeat> logOf(String student) {
        return new Log(SANDBOX.bootstrapServers(), TOPIC)
                .records().stream()
                        .filter(record -> record.key().equals(student))
                        .map(record -> (Heartbeat) record.value())
                        .toList();
    }
}
