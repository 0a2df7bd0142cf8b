package dev.playhead.query.access;

import static dev.playhead.query.running.Written.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.query.running.Answer;
import dev.playhead.query.running.As;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.ReadCall;
import dev.playhead.query.running.Written;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every cell of the matrix: who may read what.
class WhoMayIT {
    private static final Set<ReadCall> OWN = EnumSet.of(
            ReadCall.STATUS,
            ReadCall.BATCH,
            ReadCall.COURSE,
            ReadCall.CONTINUE,
            ReadCall.SHORTS_OF_SUBMODULE,
            ReadCall.SHORTS_OF_ALL,
            ReadCall.SHORTS_SESSION,
            ReadCall.SHORTS_SESSIONS);
    private static final Set<ReadCall> OF_STUDENTS =
            EnumSet.of(ReadCall.STUDENTS_VIDEO, ReadCall.STUDENTS_COURSE, ReadCall.ROSTER);
    private static final Set<ReadCall> OF_ALL =
            EnumSet.of(ReadCall.AUDIENCE, ReadCall.AUDIENCE_OF_COURSE, ReadCall.TIMELINE, ReadCall.TIMELINE_OF_COURSE);
    private static final Set<ReadCall> CATALOG = EnumSet.of(ReadCall.CATALOG, ReadCall.CATALOG_COURSE);
    private static final Set<ReadCall> COMPLETIONS = EnumSet.of(ReadCall.COMPLETIONS);

    private static Written written;
    private static QueryService service;

    @BeforeAll
    static void start() {
        Sandbox sandbox = Stack.shared().begin().sandbox(WhoMayIT.class);
        written = new Written(sandbox);
        written.course(Courses.course("mine").video("v", 600).build());
        written.course(Courses.course("others").video("w", 600).build());
        service = QueryService.start(sandbox).ready();
        String token = written.put(at("ana", "w", 60_000));
        service.as(TokenRequest.student("ana")).getAfter("/api/progress/video/w/status", token);
    }

    @AfterAll
    static void stop() {
        service.close();
        written.close();
    }

    @Test
    void each_call_is_in_one_row_of_the_matrix() {
        assertThat(Stream.of(OWN, OF_STUDENTS, OF_ALL, CATALOG, COMPLETIONS).flatMap(Set::stream))
                .containsExactlyInAnyOrder(ReadCall.values());
    }

    /// What is streamed has tests of its own.
    @Test
    void there_is_no_call_beside_these() {
        assertThat(service.part(RequestMappingHandlerMapping.class).getHandlerMethods().entrySet().stream()
                        .filter(each -> isOurs(each.getValue().getBeanType().getPackageName()))
                        .flatMap(each -> each.getKey().getPatternValues().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(ReadCall.values()).map(ReadCall::template).toList());
    }

    @ParameterizedTest
    @CsvSource({
        // roles, courses, own, of students or of all in mine, in others', completions, catalog
        "student,               , 200, 403, 403, 403, 200",
        "student,           mine, 200, 403, 403, 403, 200",
        "student,              *, 200, 403, 403, 403, 200",
        "teacher,               , 403, 403, 403, 403, 200",
        "teacher,           mine, 403, 200, 403, 403, 200",
        "teacher,         others, 403, 403, 200, 403, 200",
        "teacher,              *, 403, 200, 200, 403, 200",
        "admin,                 , 200, 200, 200, 200, 200",
        "student teacher,   mine, 200, 200, 403, 403, 200",
        "student admin,         , 200, 200, 200, 200, 200",
        "teacher admin,     mine, 200, 200, 200, 200, 200",
        "visitor,              *, 403, 403, 403, 403, 403",
        ",                     *, 403, 403, 403, 403, 403"
    })
    void by_role(
            @Nullable String roles,
            @Nullable String course,
            int own,
            int inMine,
            int inOthers,
            int completions,
            int catalog) {
        As caller = service.as(caller(roles, course));

        assertStatus(caller, OWN, "mine", "v", own);
        // Who is limited to some courses in what they report still sees what they did in others.
        assertStatus(caller, OWN, "others", "w", own);
        assertStatus(caller, OF_STUDENTS, "mine", "v", inMine);
        assertStatus(caller, OF_STUDENTS, "others", "w", inOthers);
        assertStatus(caller, OF_ALL, "mine", "v", inMine);
        assertStatus(caller, OF_ALL, "others", "w", inOthers);
        assertStatus(caller, COMPLETIONS, "mine", "v", completions);
        assertStatus(caller, CATALOG, "mine", "v", catalog);
        assertStatus(caller, CATALOG, "others", "w", catalog);
    }

    @ParameterizedTest
    @EnumSource
    void nobody_without_a_token(ReadCall call) {
        String path = call.template();
        Answer answer = call.isGet()
                ? service.api().get(path.replaceAll("[{}]", ""))
                : service.api().post(path, "{\"video_ids\": [\"v\"]}");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "STUDENTS_VIDEO",
                "STUDENTS_COURSE",
                "ROSTER",
                "AUDIENCE",
                "AUDIENCE_OF_COURSE",
                "TIMELINE",
                "TIMELINE_OF_COURSE"
            })
    void what_others_teach_looks_the_same_whether_it_is_there_or_not(ReadCall call) {
        As teacher = service.as(TokenRequest.teacher("tom", "mine"));

        String there = told(call.ask(teacher, "ana", "others", "w"));
        String noStudent = told(call.ask(teacher, "nob", "others", "w")).replace("nob", "ana");
        String notThere = told(call.ask(teacher, "ana", "athers", "q"))
                .replace("athers", "others")
                .replace("/q", "/w");

        assertThat(there).startsWith("403");
        assertThat(noStudent).isEqualTo(there);
        assertThat(notThere).isEqualTo(there);
    }

    @ParameterizedTest
    @EnumSource(names = {"STUDENTS_VIDEO", "STUDENTS_COURSE"})
    void a_student_who_is_not_there_looks_like_one_who_never_watched(ReadCall call) {
        As teacher = service.as(TokenRequest.teacher("tom", "mine"));

        // Ana has watched what others teach.
        String ana = told(call.ask(teacher, "ana", "mine", "v"));
        String nobody = told(call.ask(teacher, "nob", "mine", "v")).replace("nob", "ana");

        assertThat(ana).startsWith("200");
        assertThat(nobody).isEqualTo(ana);
    }

    @Test
    void a_student_is_not_in_the_roster_of_what_others_teach() {
        assertThat(service.as(TokenRequest.teacher("tom", "mine"))
                        .get("/api/progress/course/mine/students")
                        .text())
                .isEqualTo("{\"students\":[],\"next\":null}");
    }

    private static boolean isOurs(String handlers) {
        return handlers.startsWith("dev.playhead.query.") && !handlers.equals("dev.playhead.query.live");
    }

    private static void assertStatus(As caller, Set<ReadCall> calls, String course, String video, int status) {
        for (ReadCall call : calls) {
            assertThat(call.ask(caller, "ana", course, video).status())
                    .as("%s in %s", call, course)
                    .isEqualTo(status);
        }
    }

    private static TokenRequest caller(@Nullable String roles, @Nullable String course) {
        String[] each = roles == null ? new String[0] : roles.split(" ");
        return TokenRequest.of("someone", each).courses(course == null ? List.of() : List.of(course));
    }

    /// All that could tell: status, headers that are not about the connection, and body.
    private static String told(Answer answer) {
        return answer.status() + " " + answer.header("Content-Type") + " "
                + answer.headers().map().keySet().stream()
                        // Said of the hundredth answer on a connection.
                        .filter(name -> !name.equals("connection"))
                        .toList()
                + " " + answer.text();
    }
}
