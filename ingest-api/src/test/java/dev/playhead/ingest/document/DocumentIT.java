package dev.playhead.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.ingest.Answer;
import dev.playhead.ingest.Bodies;
import dev.playhead.ingest.Calls;
import dev.playhead.ingest.RunningIngest;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What the API's document says is what the service does.
class DocumentIT {
    private static final String PATH = "/v3/api-docs/ingest";
    private static final String WATCH = "/api/progress/video/{video_id}/watch-time";
    private static final String COURSE = "/api/catalog/courses/{course_id}";

    private static RunningIngest ingest;
    private static Document document;
    private static Calls student;
    private static Calls admin;

    @BeforeAll
    static void start() {
        ingest = RunningIngest.start(Stack.shared().sandbox(DocumentIT.class));
        document = Document.of(ingest.withToken("").get(PATH));
        student = ingest.as(TokenRequest.student("ana"));
        admin = ingest.as(TokenRequest.admin("root"));
        admin.putCourse("c", Bodies.course("C", "v", "video123")).isAccepted();
        admin.putCourse("taken", Bodies.course("Taken", "t")).isAccepted();
    }

    @AfterAll
    static void stop() {
        ingest.close();
    }

    @Test
    void it_is_openapi_3_1_that_anyone_may_read() {
        Answer answer = ingest.withToken("").get(PATH);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("openapi").asString()).startsWith("3.1");
        assertThat(answer.json().at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(answer.json().path("security").toString()).contains("bearer");
    }

    @Test
    void every_operation_says_what_it_is_what_it_answers_and_what_it_refuses() {
        assertThat(document.operations()).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.path("responses").propertyNames()).contains("400", "401", "403", "406", "500");
            assertThat(operation.path("responses").propertyNames())
                    .anyMatch(status -> status.startsWith("2"))
                    .doesNotContain("default");
        });
    }

    @Test
    void every_problem_has_an_example_that_is_one() {
        var responses = document.root().at("/components/responses");

        assertThat(responses.propertyNames())
                .contains("400", "401", "403", "404", "409", "412", "413", "415", "422", "503");
        responses.valueStream().forEach(response -> {
            JsonNode content = response.at("/content/application~1problem+json");
            assertThat(document.errors(
                            content.path("schema"), content.path("example").toString()))
                    .isEmpty();
        });
    }

    @Test
    void the_examples_of_bodies_are_accepted() {
        String heartbeat = example(document.operation("post", WATCH));
        String course = example(document.operation("put", COURSE)).replace("video123", "from-the-document");

        Answer watched = student.watchTime("video123", heartbeat).isAccepted();
        Answer put = admin.putCourse("documented", course).isAccepted();

        document.holds(document.operation("post", WATCH), watched);
        document.holds(document.operation("put", COURSE), put);
        document.holds(
                document.operation("delete", COURSE),
                admin.deleteCourse("documented").isAccepted());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "422 | v       | {}",
                "422 | v       | {'watch_time': -1, 'total_duration': 'x', 'event': 'no', 'played': 5}",
                "400 | v       | {",
                "404 | nowhere | {'watch_time': 1, 'total_duration': 600}",
                "403 | v       | {'watch_time': 1, 'total_duration': 600, 'student_id': 'bo'}"
            })
    void a_refused_report_is_answered_as_it_says(int status, String video, String body) {
        Answer answer = student.watchTime(video, body.replace('\'', '"')).isProblem(status);

        document.holds(document.operation("post", WATCH), answer);
    }

    @Test
    void what_http_refuses_is_answered_as_it_says() {
        JsonNode operation = document.operation("post", WATCH);
        String path = WATCH.replace("{video_id}", "v");

        document.holds(
                operation,
                ingest.withToken("").watchTime("v", Bodies.watched(1)).isProblem(401));
        document.holds(operation, admin.watchTime("v", Bodies.watched(1)).isProblem(403));
        document.holds(operation, student.watchTime("v", " ".repeat(1_100_000)).isProblem(413));
        document.holds(
                operation,
                student.send(student.to(path).POST(BodyPublishers.ofString("x")))
                        .isProblem(415));
        document.holds(
                operation,
                student.send(student.json(path)
                                .header("Accept", "text/html")
                                .POST(BodyPublishers.ofString(Bodies.watched(1))))
                        .isProblem(406));
    }

    @Test
    void a_refused_change_of_the_catalog_is_answered_as_it_says() {
        JsonNode put = document.operation("put", COURSE);

        document.holds(put, admin.putCourse("c", "{}").isProblem(422));
        document.holds(put, admin.putCourse("d", Bodies.course("D", "t")).isProblem(409));
        document.holds(
                put,
                admin.putCourse("c", Bodies.course("C", "v"), "If-Match", "\"0\"")
                        .isProblem(412));
        document.holds(put, admin.putCourse("c", "{}", "If-Match", "0").isProblem(400));
        document.holds(put, student.putCourse("c", "{}").isProblem(403));
        document.holds(
                document.operation("delete", COURSE),
                admin.deleteCourse("nowhere").isProblem(404));
    }

    /// What the schema forbids, the service refuses: it promises no more than is checked, and no less.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'total_duration': 600}",
                "{'watch_time': -1, 'total_duration': 600}",
                "{'watch_time': 604801, 'total_duration': 600}",
                "{'watch_time': 0, 'total_duration': 0}",
                "{'watch_time': 1, 'total_duration': 600, 'event': 'rewound'}",
                "{'watch_time': 1, 'total_duration': 600, 'session_id': 'a b'}",
                "{'watch_time': 1, 'total_duration': 600, 'sequence': -1}",
                "{'watch_time': 1, 'total_duration': 600, 'playback_rate': 17}",
                "{'watch_time': 1, 'total_duration': 600, 'played': [5]}",
                "{'watch_time': 1, 'total_duration': 600, 'event': 5}"
            })
    void what_the_schema_of_a_report_forbids_is_refused(String body) {
        String json = body.replace('\'', '"');

        assertThat(document.errors(document.requestSchema(document.operation("post", WATCH)), json))
                .isNotEmpty();
        student.watchTime("v", json).isProblem(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'title': 'T', 'unknown': 1}",
                "{'title': 'T', 'completion': {'video_threshold': 101}}",
                "{'title': 'T', 'chapters': [{'id': 'a b', 'title': 'C'}]}",
                "{'title': 'T', 'chapters': [{'id': 'c', 'title': 'C', 'materials': [{'id': 'm', 'kind': 'PDF'}]}]}"
            })
    void what_the_schema_of_a_course_forbids_is_refused(String body) {
        String json = body.replace('\'', '"');

        assertThat(document.errors(document.requestSchema(document.operation("put", COURSE)), json))
                .isNotEmpty();
        admin.putCourse("x", json).isProblem(422);
    }

    private static String example(JsonNode operation) {
        JsonNode content = operation.path("requestBody").path("content").path("application/json");
        JsonNode example = document.resolved(content.path("schema")).path("example");
        assertThat(document.errors(content.path("schema"), example.toString())).isEmpty();
        return example.toString();
    }
}
