package dev.playhead.query.progress;

import static dev.playhead.query.running.Written.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.query.running.Answer;
import dev.playhead.query.running.As;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Written;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A student's progress, as teachers and administrators see it.
class StudentIT {
    private static Written written;
    private static QueryService service;
    private static As teacher;
    private static String course;

    @BeforeAll
    static void start() {
        Sandbox sandbox = Stack.shared().begin().sandbox(StudentIT.class);
        written = new Written(sandbox);
        written.course(Courses.course("others").video("o1", 600).build());
        course = written.course(Courses.course("own")
                .video("v1", 600)
                .video("v2", 600)
                .video("draft", 60, it -> it.setPublished(false))
                .build());
        service = QueryService.start(sandbox).ready();
        teacher = service.as(TokenRequest.teacher("tom", "own"));
    }

    @AfterAll
    static void stop() {
        service.close();
        written.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana", "auth0|ana", "ana@example.org", "urn:uuid:1", "ß", "🎬", "a+b"})
    void is_what_the_student_sees(String student) {
        String token = written.put(at(student, "v1", 125_500));
        As own = service.as(TokenRequest.student(student));
        String path = "/api/students/" + URLEncoder.encode(student, StandardCharsets.UTF_8) + "/progress";

        Answer video = teacher.getAfter(path + "/video/v1", token);
        Answer whole = teacher.getAfter(path + "/course/own", token);

        assertThat(video.header("Playhead-Fresh")).isEqualTo("true");
        assertThat(video.json().path("watch_time").decimalValue()).isEqualByComparingTo("125.5");
        assertThat(video.text())
                .isEqualTo(own.get("/api/progress/video/v1/status").text());
        assertThat(whole.text()).isEqualTo(own.get("/api/progress/course/own").text());
        assertThat(whole.json().at("/progress/student_id").stringValue()).isEqualTo(student);
    }

    @Test
    void is_zeros_of_who_never_watched_anything_and_of_nobody() {
        Answer answer = teacher.getAfter("/api/students/nobody/progress/video/v2", course);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("last_watched").isNull()).isTrue();
        assertThat(teacher.get("/api/students/nobody/progress/course/own")
                        .json()
                        .at("/progress/overall_progress")
                        .intValue())
                .isZero();
    }

    @Test
    void is_not_there_for_what_students_do_not_see() {
        assertThat(teacher.getAfter("/api/students/ana/progress/video/draft", course)
                        .status())
                .isEqualTo(404);
    }

    /// Nobody learns what there is in courses of others.
    @Test
    void is_as_forbidden_for_a_video_of_others_as_for_one_that_there_is_not() {
        Answer others = teacher.getAfter("/api/students/ana/progress/video/o1", course);
        Answer nowhere = teacher.getAfter("/api/students/ana/progress/video/nowhere", course);

        assertThat(others.status()).isEqualTo(403);
        assertThat(nowhere.text().replace("nowhere", "o1")).isEqualTo(others.text());
        assertThat(service.as(TokenRequest.teacher("tia", "*"))
                        .getAfter("/api/students/ana/progress/video/nowhere", course)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void follows_the_course_that_the_video_is_in_now() {
        String moved =
                written.course(Courses.course("other-own").video("m1", 60).build());
        As other = service.as(TokenRequest.teacher("tim", "new-own"));
        assertThat(other.getAfter("/api/students/ana/progress/video/m1", moved).status())
                .isEqualTo(403);

        written.noCourse("other-own");
        String here = written.course(Courses.course("new-own").video("m1", 60).build());

        assertThat(other.getAfter("/api/students/ana/progress/video/m1", here).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%20b", "%E2%80%AE", "a%09b", "%C2%A0", "%EE%80%80"})
    void is_asked_for_by_an_id_of_a_student(String student) {
        for (String what : new String[] {"/video/v1", "/course/own"}) {
            Answer answer = teacher.get("/api/students/" + student + "/progress" + what);
            assertThat(answer.status()).as(answer.text()).isIn(400, 422);
            assertThat(answer.json().path("detail").stringValue()).isNotBlank();
        }
    }

    @Test
    void is_asked_for_by_an_id_that_is_not_too_long() {
        Answer longest = teacher.get("/api/students/" + "x".repeat(255) + "/progress/course/own");
        Answer longer = teacher.get("/api/students/" + "x".repeat(256) + "/progress/course/own");

        assertThat(longest.status()).isEqualTo(200);
        assertThat(longer.status()).isEqualTo(422);
        assertThat(longer.json().at("/errors/0/field").stringValue()).isEqualTo("student_id");
    }
}
