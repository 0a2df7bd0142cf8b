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
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the API's document says is what the service does.
class DocumentIT {
    private static final String PATH = "/v3/api-docs/ingest";
    private static final String WATCH = "/api/progress/video/{video_id}/watch-time";
    private static final String COURSE = "/api/catalog/courses/{course_id}";

    private static final String STATEMENTS = "/xapi/statements";

    private static RunningIngest ingest;
    private static Document document;
    private static Calls student;
    private static Calls admin;

    @BeforeAll
    static void start() {
        ingest = RunningIngest.start(Stack.shared().sandbox(DocumentIT.class));
        document = new Document(ingest.withToken("").get(PATH).json());
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

    /// What is held of an answer is what is said to be in each.
    @Test
    void whatever_is_taken_says_where_it_is() {
        assertThat(document.operations()
                        // In mock mode what is done with shorts is nowhere.
                        .filter(operation -> !operation.path("tags").toString().contains("shorts"))
                        .map(operation -> operation.at("/responses/202"))
                        .filter(accepted -> !accepted.isMissingNode()))
                .hasSize(6)
                .allSatisfy(accepted -> assertThat(accepted.at("/headers/Playhead-Written/required")
                                .asBoolean())
                        .isTrue());
        assertThat(document.root()
                        .at("/components/responses/401/headers/WWW-Authenticate/required")
                        .asBoolean())
                .isTrue();
        assertThat(document.root()
                        .at("/components/responses/429/headers/Retry-After/required")
                        .asBoolean())
                .isTrue();
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

        holds(document.operation("post", WATCH), watched);
        holds(document.operation("put", COURSE), put);
        holds(
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

        holds(document.operation("post", WATCH), answer);
    }

    @ParameterizedTest
    @CsvSource({"/api/progress/heartbeats, student", "/api/import/heartbeats, admin"})
    void the_examples_of_batches_are_taken_and_answered_as_it_says(String path, String who) {
        JsonNode operation = document.operation("post", path);
        Calls calls = who.equals("admin") ? admin : student;
        JsonNode contents = operation.path("requestBody").path("content");
        JsonNode element = contents.at("/application~1json/schema/items");
        String example = document.resolved(element).path("example").toString();
        assertThat(document.errors(element, example)).isEmpty();
        assertThat(contents.at("/application~1x-ndjson/schema/type").asString()).isEqualTo("string");

        holds(
                operation,
                calls.send(calls.json(path).POST(BodyPublishers.ofString("[" + example + ",{}]")))
                        .isAccepted());
        holds(
                operation,
                calls.post(path, "application/x-ndjson", (example + "\n" + example).getBytes(StandardCharsets.UTF_8))
                        .isAccepted());
        holds(
                operation,
                calls.post(path, "application/json", "[]".getBytes(StandardCharsets.UTF_8))
                        .isProblem(422));
        holds(
                operation,
                calls.post(path, "text/plain", "[]".getBytes(StandardCharsets.UTF_8))
                        .isProblem(415));
        holds(
                operation,
                calls.post(path, "application/json", "[".getBytes(StandardCharsets.UTF_8))
                        .isProblem(400));
        holds(
                operation,
                calls.post(path, "application/json", new byte[3_000_000]).isProblem(413));
        assertThat(document.errors(element, "{\"video_id\": \"v\", \"watch_time\": 1, \"total_duration\": 600}"))
                .isNotEmpty();
    }

    @Test
    void the_example_of_a_statement_is_taken_and_answered_as_it_says() {
        JsonNode post = document.operation("post", STATEMENTS);
        JsonNode put = document.operation("put", STATEMENTS);
        String example = example(put);
        String id = JsonMapper.shared().readTree(example).path("id").asString();

        for (String body : List.of(example, "[" + example + "]")) {
            assertThat(document.errors(document.requestSchema(post), body)).isEmpty();
            Answer answer = student.statements(body);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            holds(post, answer);
        }
        Answer named =
                student.send(student.json(STATEMENTS + "?statementId=" + id).PUT(BodyPublishers.ofString(example)));
        assertThat(named.status()).as(named.body()).isEqualTo(204);
        assertThat(named.header("Playhead-Written")).isNotEmpty();
        holds(put, named);
        holds(post, student.statements("{}").isProblem(422));
        holds(post, admin.statements(example).isProblem(403));
        assertThat(document.errors(document.requestSchema(post), "{\"verb\": {}}"))
                .isNotEmpty();
    }

    @Test
    void a_reset_is_answered_as_it_says() {
        JsonNode operation = document.operation("delete", "/api/students/{student_id}/progress");

        holds(operation, admin.resetProgress("bo", "?course_id=c").isAccepted());
        holds(operation, admin.resetProgress("bo", "?course_id=nowhere").isProblem(404));
        holds(operation, admin.resetProgress("bo", "?course_id=a%20b").isProblem(422));
        holds(operation, student.resetProgress("ana", "").isProblem(403));
    }

    @Test
    void what_http_refuses_is_answered_as_it_says() {
        JsonNode operation = document.operation("post", WATCH);
        String path = WATCH.replace("{video_id}", "v");

        holds(operation, ingest.withToken("").watchTime("v", Bodies.watched(1)).isProblem(401));
        holds(operation, admin.watchTime("v", Bodies.watched(1)).isProblem(403));
        holds(operation, student.watchTime("v", " ".repeat(1_100_000)).isProblem(413));
        holds(
                operation,
                student.send(student.to(path).POST(BodyPublishers.ofString("x")))
                        .isProblem(415));
        holds(
                operation,
                student.send(student.json(path)
                                .header("Accept", "text/html")
                                .POST(BodyPublishers.ofString(Bodies.watched(1))))
                        .isProblem(406));
    }

    @Test
    void a_refused_change_of_the_catalog_is_answered_as_it_says() {
        JsonNode put = document.operation("put", COURSE);

        holds(put, admin.putCourse("c", "{}").isProblem(422));
        holds(put, admin.putCourse("d", Bodies.course("D", "t")).isProblem(409));
        holds(
                put,
                admin.putCourse("c", Bodies.course("C", "v"), "If-Match", "\"0\"")
                        .isProblem(412));
        holds(put, admin.putCourse("c", "{}", "If-Match", "0").isProblem(400));
        holds(put, student.putCourse("c", "{}").isProblem(403));
        holds(
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

    private static void holds(JsonNode operation, Answer answer) {
        document.holds(operation, answer.status(), answer.headers(), answer.body());
    }

    private static String example(JsonNode operation) {
        JsonNode content = operation.path("requestBody").path("content").path("application/json");
        JsonNode example = document.resolved(content.path("schema")).path("example");
        assertThat(document.errors(content.path("schema"), example.toString())).isEmpty();
        return example.toString();
    }
}
