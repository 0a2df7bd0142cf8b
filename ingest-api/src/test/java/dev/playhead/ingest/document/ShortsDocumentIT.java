package dev.playhead.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.ingest.Answer;
import dev.playhead.ingest.Bodies;
import dev.playhead.ingest.Calls;
import dev.playhead.ingest.RunningIngest;
import dev.playhead.testing.http.Document;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What the API's document says of shorts is what the service does.
class ShortsDocumentIT {
    private static final String SHORTS = "/learning/api/shorts/";
    private static final String SHORT = "short-1.1-1";

    private static RunningIngest ingest;
    private static Document document;
    private static Calls student;

    @BeforeAll
    static void start() {
        ingest = RunningIngest.start(
                Stack.shared().sandbox(ShortsDocumentIT.class),
                "--playhead.rate-limit.every=60s",
                "--playhead.rate-limit.burst=6");
        document = new Document(ingest.withToken("").get("/v3/api-docs/ingest").json());
        student = ingest.as(TokenRequest.student("ana"));
        ingest.as(TokenRequest.admin("root"))
                .putCourse("c", Bodies.shorts("C", SHORT))
                .isAccepted();
    }

    @AfterAll
    static void stop() {
        ingest.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{id}/progress", "watch", "mock/progress"})
    void the_example_of_a_report_is_taken_and_answered_as_it_says(String path) {
        JsonNode operation = document.operation("post", SHORTS + path);
        String example = example(operation);

        Answer answer = post(path, example);

        assertThat(answer.status()).as(answer.body()).isEqualTo(path.startsWith("mock") ? 200 : 202);
        holds(operation, answer);
        holds(operation, post(path, "{}").isProblem(422));
        holds(operation, post(path, "{").isProblem(400));
        holds(operation, post(path, " ".repeat(1_100_000)).isProblem(413));
        holds(
                operation,
                post(path, "{\"watch_percentage\":1,\"shorts_id\":\"" + SHORT + "\",\"student_id\":\"bo\"}")
                        .isProblem(403));
    }

    @Test
    void the_answers_to_likes_and_shares_are_as_it_says() {
        JsonNode like = document.operation("post", SHORTS + "{id}/like");
        JsonNode unlike = document.operation("delete", SHORTS + "{id}/like");
        JsonNode share = document.operation("post", SHORTS + "{id}/share");

        holds(like, student.like(SHORT).isAccepted());
        holds(unlike, student.unlike(SHORT).isAccepted());
        holds(share, student.share(SHORT, example(share)).isAccepted());
        holds(like, student.like("nowhere").isProblem(404));
        holds(unlike, student.unlike("nowhere").isProblem(404));
        holds(share, student.share("nowhere", "{}").isProblem(404));
        holds(share, student.share(SHORT, "{\"channel\":5}").isProblem(422));
    }

    @Test
    void what_is_too_much_is_answered_as_it_says() {
        Calls bo = ingest.as(TokenRequest.student("bo"));
        for (int i = 0; i < 6; i++) {
            bo.like(SHORT).isAccepted();
            bo.shortProgress(SHORT, "{\"watch_percentage\":1}").isAccepted();
        }

        holds(document.operation("post", SHORTS + "{id}/like"), bo.like(SHORT).isProblem(429));
        holds(
                document.operation("post", SHORTS + "{id}/progress"),
                bo.shortProgress(SHORT, "{\"watch_percentage\":1}").isProblem(429));
    }

    /// What the schema forbids, the service refuses: it promises no more than is checked.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'watch_percentage': '50'}",
                "{'watch_time_seconds': -1}",
                "{'watch_time_seconds': 604801}",
                "{'watch_time_seconds': 1, 'shorts_id': true}",
                "{'watch_time_seconds': 1, 'swipe_direction': 'left'}",
                "{'watch_time_seconds': 1, 'session_id': 'a b'}",
                "{'watch_time_seconds': 1, 'total_duration': 0}"
            })
    void what_the_schema_of_a_report_forbids_is_refused(String body) {
        String json = body.replace('\'', '"');
        JsonNode operation = document.operation("post", SHORTS + "{id}/progress");

        assertThat(document.errors(document.requestSchema(operation), json)).isNotEmpty();
        student.shortProgress(SHORT, json).isProblem(422);
    }

    /// A player that does not know how long the short is.
    @Test
    void no_percentage_is_one_too() {
        String json = "{\"shorts_id\": 5, \"watch_percentage\": null, \"watch_time_seconds\": 1}";

        assertThat(document.errors(document.requestSchema(document.operation("post", SHORTS + "watch")), json))
                .isEmpty();
    }

    private static Answer post(String path, String json) {
        String there = SHORTS + path.replace("{id}", SHORT);
        return student.send(student.json(there).POST(BodyPublishers.ofString(json)));
    }

    private static void holds(JsonNode operation, Answer answer) {
        document.holds(operation, answer.status(), answer.headers(), answer.body());
    }

    private static String example(JsonNode operation) {
        JsonNode schema = document.requestSchema(operation);
        String example = document.resolved(schema).path("example").toString();
        assertThat(document.errors(schema, example)).isEmpty();
        return example;
    }
}
