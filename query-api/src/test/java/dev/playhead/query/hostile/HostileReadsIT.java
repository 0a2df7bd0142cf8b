package dev.playhead.query.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Written;
import dev.playhead.testing.http.RawHttp;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whoever asks for what cannot be is told what was wrong, and never that we failed.
class HostileReadsIT {
    private static final String STATUS = "/api/progress/video/v/status";
    private static final String COURSE = "/api/progress/course/c";
    private static final String STUDENT = "/api/students/ana/progress";
    private static final String CONTINUE = "/api/progress/continue-watching";
    private static final String ROSTER = COURSE + "/students";
    private static final String COMPLETIONS = "/api/completions";
    private static final String SHORTS = "/learning/api/shorts";
    private static final String SESSIONS = SHORTS + "/sessions";
    private static final String ANALYTICS = "/api/analytics";
    private static final String TIMELINE = ANALYTICS + "/video/v/timeline";

    private static Written written;
    private static QueryService service;
    private static String admin;

    @BeforeAll
    static void start() {
        Sandbox sandbox = Stack.shared().begin().sandbox(HostileReadsIT.class);
        written = new Written(sandbox);
        written.course(Courses.course("c").video("v", 600).build());
        service = QueryService.start(sandbox).ready();
        admin = QueryService.token(TokenRequest.admin("ada"));
    }

    @AfterAll
    static void stop() {
        service.close();
        written.close();
    }

    static Stream<Hostile> cases() {
        return Stream.of(
                        ids(),
                        limits(),
                        times(),
                        days(),
                        cursors(),
                        batches(),
                        wrongBatches(),
                        methods(),
                        paths(),
                        headers())
                .flatMap(each -> each);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void is_told_what_was_wrong(Hostile hostile) {
        String answer = RawHttp.answer(service.api().port(), hostile.request(admin));

        assertThat(answer).startsWith("HTTP/1.1 " + hostile.status());
        assertThat(answer)
                .containsIgnoringCase("Content-Type: application/problem+json")
                .doesNotContain(
                        "Exception", "\tat ", "<html", "Tomcat", "jackson", "springframework", "postgres", "SQL");
        JsonNode problem = JsonMapper.shared()
                .readTree(answer.substring(answer.indexOf("\r\n\r\n")).strip());
        assertThat(problem.path("status").intValue()).isEqualTo(hostile.status());
        assertThat(problem.path("detail").stringValue()).contains(hostile.named());
    }

    private static Stream<Hostile> ids() {
        return Stream.of(
                Hostile.get("/api/progress/video/nobody-knows/status", 404, "no such video"),
                Hostile.get("/api/progress/video/V/status", 404, "no such video"),
                Hostile.get("/api/progress/video/" + "v".repeat(5_000) + "/status", 404, "no such video"),
                Hostile.get("/api/progress/video/'%20or%201=1--/status", 404, "no such video"),
                Hostile.get("/api/progress/video/%F0%9F%8E%AC/status", 404, "no such video"),
                Hostile.get("/api/progress/video/a%2Fb/status", 400, "request line"),
                Hostile.get("/api/progress/video/a%00b/status", 400, "request line"),
                Hostile.get("/api/progress/video/%2e%2e/status", 400, "path"),
                Hostile.get("/api/progress/video/v;x=1/status", 400, "path"),
                Hostile.get("/api/progress/video/a%0ab/status", 400, "path"),
                Hostile.get("/api/progress/course/nobody-knows", 404, "no such course"),
                Hostile.get("/api/progress/course/nobody-knows/students", 404, "no such course"),
                Hostile.get("/api/catalog/courses/nobody-knows", 404, "no such course"),
                Hostile.get("/api/students/a%20b/progress/course/c", 422, "student_id"),
                Hostile.get("/api/students/%C2%A0/progress/video/v", 422, "student_id"),
                Hostile.get("/api/students/%EF%BF%BF/progress/video/v", 422, "student_id"),
                Hostile.get("/api/students/" + "x".repeat(256) + "/progress/video/v", 422, "student_id"),
                Hostile.get("/api/students/a%2Fb/progress/course/c", 400, "request line"),
                Hostile.get("/api/students/a%00b/progress/course/c", 400, "request line"),
                Hostile.get(ANALYTICS + "/video/nobody-knows/audience", 404, "no such video"),
                Hostile.get(ANALYTICS + "/video/" + "v".repeat(5_000) + "/audience", 404, "no such video"),
                Hostile.get(ANALYTICS + "/video/'%20or%201=1--/audience", 404, "no such video"),
                Hostile.get(ANALYTICS + "/video/mock_1.1_1/audience", 404, "no such video"),
                Hostile.get(ANALYTICS + "/video/a%2Fb/audience", 400, "request line"),
                Hostile.get(ANALYTICS + "/course/nobody-knows", 404, "no such course"),
                Hostile.get(ANALYTICS + "/course/nobody-knows/timeline?from=2026-11-21&to=2026-11-21", 404, "course"),
                Hostile.get(ANALYTICS + "/short/v/timeline?from=2026-11-21&to=2026-11-21", 404, "path"),
                Hostile.get(STUDENT + "/course/nobody-knows", 404, "no such course"),
                Hostile.get(STUDENT + "/video/nobody-knows", 404, "no such video"));
    }

    private static Stream<Hostile> limits() {
        return Stream.of(CONTINUE, ROSTER, COMPLETIONS, SESSIONS)
                .flatMap(path -> Stream.of(
                                "0",
                                "-1",
                                "1001",
                                "abc",
                                "",
                                "1.0",
                                "1e1",
                                "0x1",
                                "%2B1",
                                "%201",
                                "1%00",
                                "NaN",
                                "99999999999999999999",
                                "1&limit=1",
                                "%D9%A3")
                        .map(limit -> Hostile.get(path + "?limit=" + limit, 422, "limit")));
    }

    private static Stream<Hostile> times() {
        return Stream.concat(
                Stream.of(
                                "",
                                "0",
                                "x",
                                "2026-11-21",
                                "2026-11-21T08:00:00",
                                "2026-13-21T08:00:00Z",
                                "-0001-01-01T00:00:00Z",
                                "%2B999999999-12-31T23:59:59Z",
                                "2026-11-21T08:00:00Z&before=2026-11-21T08:00:00Z",
                                "Z".repeat(5_000))
                        .map(time -> Hostile.get(SESSIONS + "?before=" + time, 422, "before")),
                Stream.of(Hostile.get(SHORTS + "/all-session?start=1.1&start=1.2", 422, "start")));
    }

    private static Stream<Hostile> days() {
        Stream<String> wrong = Stream.of(
                "",
                "0",
                "x",
                "today",
                "2026-02-30",
                "2026-13-01",
                "2026-1-1",
                "20261121",
                "-2026-11-21",
                "%2B2026-11-21",
                "2026-11-21T00:00:00Z",
                "2026-11-21%00",
                "2026-11-21'--",
                "%D9%A2%D9%A0%D9%A2%D9%A6-11-21",
                "2026-11-21&from=2026-11-21",
                "2026-11-22",
                "2025-11-20",
                "0000-00-00",
                "9".repeat(5_000));
        return Stream.concat(
                wrong.flatMap(from -> Stream.of(
                        Hostile.get(TIMELINE + "?to=2026-11-21&from=" + from, 422, ""),
                        Hostile.get(ANALYTICS + "/course/c/timeline?to=2026-11-21&from=" + from, 422, ""))),
                Stream.of(
                        Hostile.get(TIMELINE, 422, "from, to"),
                        Hostile.get(TIMELINE + "?from=2026-11-21", 422, "to"),
                        Hostile.get(TIMELINE + "?from=0001-01-01&to=9999-12-31", 422, "366")));
    }

    private static Stream<Hostile> cursors() {
        return Stream.of(ROSTER, COMPLETIONS)
                .flatMap(path -> Stream.concat(
                        Stream.of("", "0", "x", "AAAA", "AQAAAAA", "%00", "..%2F..", "null", "A".repeat(10_000))
                                .map(after -> Hostile.get(path + "?after=" + after, 400, "after")),
                        Stream.of(Hostile.get(path + "?after=a&after=b", 422, "after"))));
    }

    private static Stream<Hostile> batches() {
        return Stream.of(
                Hostile.batch("", 400, "body"),
                Hostile.batch("{", 400, "JSON"),
                Hostile.batch("{\"video_ids\": [\"v\"]} x", 400, ""),
                Hostile.batch("{\"video_ids\": [\"v\"], \"video_ids\": []}", 400, "twice"),
                Hostile.batch("[".repeat(1_000), 422, ""),
                Hostile.batch("{\"video_ids\": [\"\u00ff\"]}".getBytes(StandardCharsets.ISO_8859_1), 400, ""),
                Hostile.batch("{\"video_ids\": [\"" + "v".repeat(1_100_000) + "\"]}", 413, "large"),
                new Hostile("POST", "/api/progress/videos/batch", "", "{}".getBytes(StandardCharsets.UTF_8), 415, ""),
                new Hostile(
                        "POST",
                        "/api/progress/videos/batch",
                        "Content-Type: text/plain\r\n",
                        "{}".getBytes(StandardCharsets.UTF_8),
                        415,
                        "json"));
    }

    private static Stream<Hostile> wrongBatches() {
        return Stream.of(
                        "{}",
                        "{\"video_ids\": null}",
                        "{\"video_ids\": \"v\"}",
                        "{\"video_ids\": {\"v\": 1}}",
                        "{\"video_ids\": 5}",
                        "{\"video_ids\": [5]}",
                        "{\"video_ids\": [true]}",
                        "{\"video_ids\": [null]}",
                        "{\"video_ids\": [[\"v\"]]}",
                        "{\"video_ids\": [{\"id\": \"v\"}]}",
                        "{\"video_ids\": [\"a\\u0000b\"]}",
                        "{\"video_ids\": [\"\\ud800\"]}",
                        "{\"video_ids\": [" + String.join(",", Collections.nCopies(501, "\"v\"")) + "]}")
                .map(body -> Hostile.batch(body, 422, "video_ids"));
    }

    private static Stream<Hostile> methods() {
        return Stream.of(
                        Hostile.methods(STATUS, "PUT", "DELETE", "PATCH"),
                        Hostile.methods(COURSE, "POST", "DELETE"),
                        Hostile.methods(ROSTER, "POST"),
                        Hostile.methods(COMPLETIONS, "POST", "DELETE"),
                        Hostile.methods(SESSIONS, "POST", "DELETE"),
                        Hostile.methods(TIMELINE, "POST", "DELETE"),
                        Hostile.methods(ANALYTICS + "/course/c", "PUT"),
                        Hostile.methods("/api/progress/videos/batch", "GET", "PUT"))
                .flatMap(each -> each);
    }

    private static Stream<Hostile> paths() {
        return Stream.of(
                Hostile.get("/", 404, "path"),
                Hostile.get("/api", 404, "path"),
                Hostile.get("/api/progress/video//status", 400, "path"),
                Hostile.get("/api/progress/video/v/status/", 404, "path"),
                Hostile.get("/api/progress/video/v/status.json", 404, "path"),
                Hostile.get("/api/progress/video/v/status/..", 400, ""),
                Hostile.get("/API/progress/video/v/status", 404, "path"),
                Hostile.get("/actuator/health", 404, "path"),
                Hostile.get("/error", 404, "nothing here"),
                Hostile.get(CONTINUE + "?limit=%zz", 400, "query"));
    }

    private static Stream<Hostile> headers() {
        return Stream.of(
                Hostile.header(STATUS, "Accept: text/html", 406, "Accept"),
                Hostile.header(STATUS, "Accept: ;;;", 406, "Accept"),
                Hostile.header(STATUS, "Playhead-Read-After: x", 400, "Playhead-Read-After"),
                Hostile.header(STATUS, "Playhead-Read-After: " + "a,".repeat(4_000), 400, "Playhead-Read-After"),
                Hostile.header(STATUS, "X-Long: " + "x".repeat(20_000), 400, ""),
                Hostile.header(STATUS, "Authorization: Bearer x", 401, ""));
    }
}
