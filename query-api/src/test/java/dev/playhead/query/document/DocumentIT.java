package dev.playhead.query.document;

import static dev.playhead.query.running.Written.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.query.running.Answer;
import dev.playhead.query.running.As;
import dev.playhead.query.running.Crowd;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.ReadCall;
import dev.playhead.query.running.Written;
import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.testing.http.Document;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What the API's document says is what the service does.
class DocumentIT {
    private static final String PATH = "/v3/api-docs/query";
    private static Written written;
    private static QueryService service;
    private static Document document;
    private static String token;
    private static As admin;
    private static As ana;

    @BeforeAll
    static void start() {
        Sandbox sandbox = Stack.shared().begin().sandbox(DocumentIT.class);
        written = new Written(sandbox);
        written.course(Courses.course("demo")
                .video(
                        "video123",
                        600,
                        it -> it.setDescription("First")
                                .setUrl("https://videos.example/1")
                                .setCompletionRule(CompletionRule.COVERAGE)
                                .setCompletionThreshold(90))
                .video("video124", 540.5)
                .shortVideo("s1", 30, "1.1", 1)
                .build());
        service = QueryService.start(sandbox).ready();
        document = new Document(service.api().get(PATH).json());
        admin = service.as(TokenRequest.admin("ada"));
        ana = service.as(TokenRequest.student("ana"));
        written.put(Written.courseProgress("ana", "demo", 2).build());
        written.put(Written.session("ana", Written.WATCHED, 90, "s1").build());
        token = written.put(at("ana", "video123", 125_500));
        ana.getAfter("/api/progress/course/demo", token);
        written.put(Crowd.of("video123", 8, 100).build());
        written.put(
                Crowd.day("video123", LocalDate.parse("2026-11-21")).setViews(9).build());
        await().until(() -> !ReadCall.AUDIENCE
                .ask(admin, "", "", "video123")
                .json()
                .path("withheld")
                .booleanValue());
        await().until(() ->
                ReadCall.TIMELINE.ask(admin, "", "", "video123").text().contains("2026-11-21"));
    }

    @AfterAll
    static void stop() {
        service.close();
        written.close();
    }

    @Test
    void it_is_openapi_3_1_that_anyone_may_read() {
        Answer answer = service.api().get(PATH);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("openapi").asString()).startsWith("3.1");
        assertThat(answer.json().at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
    }

    @Test
    void every_call_is_in_it() {
        assertThat(document.root().path("paths").propertyNames())
                .containsAll(
                        Stream.of(ReadCall.values()).map(ReadCall::template).toList());
    }

    @Test
    void every_operation_says_what_it_is_what_it_answers_and_what_it_refuses() {
        assertThat(document.operations()).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.path("summary").asString("")).isNotBlank();
            assertThat(operation.path("responses").propertyNames())
                    .contains("400", "401", "403", "406", "500", "503")
                    .doesNotContain("default");
        });
    }

    @ParameterizedTest
    @EnumSource
    void what_is_answered_is_what_it_says(ReadCall call) {
        JsonNode operation = operation(call);
        boolean isOwn = call == ReadCall.CONTINUE || call == ReadCall.STATUS || call == ReadCall.COURSE;
        As caller = isOwn || call.isOfShorts() ? ana : admin;

        Answer answer = call.ask(caller, "ana", "demo", "video123", "Playhead-Read-After", token);

        assertThat(answer.status()).isEqualTo(200);
        holds(operation, answer);
        assertThat(operation.at("/responses/200/headers").propertyNames()).contains("Playhead-Fresh");
        if (call.isGet()) {
            holds(operation, call.ask(caller, "ana", "demo", "video123", "If-None-Match", answer.header("ETag")));
        }
    }

    /// Nothing more may come without the document saying so.
    @ParameterizedTest
    @EnumSource
    void what_is_not_in_an_answer_is_not_in_its_schema(ReadCall call) {
        JsonNode content = operation(call).at("/responses/200/content/application~1json/schema");
        String text = call.ask(admin, "ana", "demo", "video123").text();

        assertThat(document.errors(content, text.replaceFirst("\\{", "{\"more\": 1, ")))
                .isNotEmpty();
        assertThat(document.errors(content, text.replaceFirst("\"[a-z_]+\":", "\"renamed\":")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_refused_is_refused_as_it_says(ReadCall call) {
        JsonNode operation = operation(call);
        As nobody = service.as(TokenRequest.of("nil", "visitor"));
        As stranger = new As(service.api(), "no.token.atall");

        holds(operation, refused(401, call.ask(stranger, "ana", "demo", "video123")));
        holds(operation, refused(403, call.ask(nobody, "ana", "demo", "video123")));
        holds(operation, refused(400, call.ask(admin, "ana", "demo", "video123", "Playhead-Read-After", "nonsense")));
        holds(operation, refused(406, call.ask(admin, "ana", "demo", "video123", "Accept", "text/html")));
        if (operation.path("responses").has("404")) {
            holds(operation, refused(404, call.ask(admin, "ana", "nowhere", "nowhere")));
        }
    }

    /// Of the admin: who has no sessions.
    @Test
    void no_session_is_what_it_says() {
        holds(operation(ReadCall.SHORTS_SESSION), admin.get(ReadCall.SHORTS_SESSION.template()));
    }

    @ParameterizedTest
    @EnumSource(names = {"TIMELINE", "TIMELINE_OF_COURSE"})
    void both_ends_of_a_timeline_are_asked_for(ReadCall call) {
        assertThat(operation(call)
                        .path("parameters")
                        .valueStream()
                        .filter(each -> each.path("required").asBoolean(false))
                        .map(each -> each.path("name").stringValue()))
                .contains("from", "to");
    }

    /// Of a video that nobody watched.
    @Test
    void what_is_withheld_is_what_it_says() {
        holds(operation(ReadCall.AUDIENCE), ReadCall.AUDIENCE.ask(admin, "", "", "video124"));
    }

    @Test
    void what_is_wrong_is_refused_as_it_says() {
        holds(operation(ReadCall.CONTINUE), refused(422, ana.get("/api/progress/continue-watching?limit=0")));
        holds(operation(ReadCall.ROSTER), refused(422, admin.get("/api/progress/course/demo/students?limit=0")));
        holds(operation(ReadCall.ROSTER), refused(400, admin.get("/api/progress/course/demo/students?after=x")));
        holds(operation(ReadCall.COMPLETIONS), refused(422, admin.get("/api/completions?limit=0")));
        holds(operation(ReadCall.SHORTS_SESSIONS), refused(422, ana.get("/learning/api/shorts/sessions?before=x")));
        holds(
                operation(ReadCall.SHORTS_OF_ALL),
                refused(422, ana.get("/learning/api/shorts/all-session?start=1&start=2")));
        holds(operation(ReadCall.COMPLETIONS), refused(400, admin.get("/api/completions?after=x")));
        holds(operation(ReadCall.TIMELINE), refused(422, admin.get("/api/analytics/video/video123/timeline")));
        holds(operation(ReadCall.TIMELINE_OF_COURSE), refused(422, admin.get("/api/analytics/course/demo/timeline")));
        String tooLong = "x".repeat(256);
        holds(
                operation(ReadCall.STUDENTS_COURSE),
                refused(422, ReadCall.STUDENTS_COURSE.ask(admin, tooLong, "demo", "")));
        holds(
                operation(ReadCall.STUDENTS_VIDEO),
                refused(422, ReadCall.STUDENTS_VIDEO.ask(admin, tooLong, "", "video123")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"video_ids\": null}", "{\"video_ids\": 5}", "{\"video_ids\": [5]}"})
    void what_the_schema_of_a_batch_forbids_is_refused(String body) {
        JsonNode operation = operation(ReadCall.BATCH);

        assertThat(document.errors(document.requestSchema(operation), body)).isNotEmpty();
        holds(operation, refused(422, ana.post(ReadCall.BATCH.template(), body)));
    }

    @Test
    void the_examples_are_what_their_schemas_say_and_that_of_a_batch_is_answered() {
        JsonNode schemas = document.root().at("/components/schemas");
        schemas.valueStream()
                .filter(schema -> schema.has("example"))
                .forEach(schema -> assertThat(
                                document.errors(schema, schema.path("example").toString()))
                        .isEmpty());
        assertThat(schemas.valueStream().filter(schema -> schema.has("example")))
                .hasSizeGreaterThanOrEqualTo(4);
        String example = schemas.at("/VideosAsked/example").toString();
        holds(operation(ReadCall.BATCH), ana.post(ReadCall.BATCH.template(), example));
    }

    private static void holds(JsonNode operation, Answer answer) {
        document.holds(operation, answer.status(), answer.headers(), answer.text());
    }

    private static JsonNode operation(ReadCall call) {
        return document.operation(call.isGet() ? "get" : "post", call.template());
    }

    private static Answer refused(int status, Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer;
    }
}
