package dev.playhead.query.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.query.running.Answer;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Written;
import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CatalogIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String STUDENT = QueryService.student("ana");
    private static Written written;
    private static QueryService service;
    private static String last;

    @BeforeAll
    static void start() {
        Sandbox sandbox = Stack.shared().begin().sandbox(CatalogIT.class);
        written = new Written(sandbox);
        written.course(Courses.course("whole")
                .version(7)
                .title("The whole")
                .video(
                        "w1",
                        600,
                        it -> it.setDescription("First")
                                .setUrl("https://videos.example/w1")
                                .setCompletionRule(CompletionRule.COVERAGE)
                                .setCompletionThreshold(90))
                .shortVideo("w2", 10.25, "1.1", 1)
                .video("w3", 60, it -> it.setPublished(false))
                .build());
        service = QueryService.start(sandbox).ready();
        last = written.course(Courses.course("another").video("a1", 30).build());
    }

    @AfterAll
    static void stop() {
        service.close();
        written.close();
    }

    @Test
    void a_course_is_answered_as_it_is_put() {
        Answer answer = get("/api/catalog/courses/whole", QueryService.token(TokenRequest.teacher("tom", "whole")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"7\"");
        assertThat(answer.json()).isEqualTo(JSON.readTree("""
                        {"id": "whole", "version": 7, "title": "The whole",
                         "completion": {"rule": "position", "video_threshold": 80, "short_threshold": 95},
                         "chapters": [{"id": "c1", "title": "Chapter c1", "materials": [
                           {"id": "w1", "kind": "VIDEO", "title": "Title of w1", "description": "First",
                            "duration": 600, "url": "https://videos.example/w1", "aspect_ratio": "16:9",
                            "sequence": 0, "published": true,
                            "completion": {"rule": "coverage", "threshold": 90}},
                           {"id": "w2", "kind": "SHORT", "title": "Title of w2", "duration": 10.25,
                            "aspect_ratio": "9:16", "module_ref": "1.1", "sequence": 1, "published": true},
                           {"id": "w3", "kind": "VIDEO", "title": "Title of w3", "duration": 60,
                            "aspect_ratio": "16:9", "sequence": 0, "published": false}]}]}
                        """));
    }

    @Test
    void students_see_what_is_published() {
        Answer answer = get("/api/catalog/courses/whole", STUDENT);

        assertThat(answer.json().at("/chapters/0/materials").size()).isEqualTo(2);
    }

    @Test
    void who_has_it_already_is_told_so() {
        Answer same = get("/api/catalog/courses/whole", STUDENT, "If-None-Match", "\"7\"");
        Answer other = get("/api/catalog/courses/whole", STUDENT, "If-None-Match", "\"6\"");

        assertThat(same.status()).isEqualTo(304);
        assertThat(same.text()).isEmpty();
        assertThat(other.status()).isEqualTo(200);
    }

    @Test
    void all_courses_are_listed_by_their_ids() {
        Answer answer = get("/api/catalog/courses", STUDENT, "Playhead-Read-After", last);

        assertThat(answer.header("Playhead-Fresh")).isEqualTo("true");
        assertThat(answer.json().at("/courses/0/id").stringValue()).isEqualTo("another");
        Answer again = get("/api/catalog/courses", STUDENT, "If-None-Match", answer.header("ETag"));
        assertThat(again.status()).isIn(200, 304);
    }

    @Test
    void a_course_that_is_gone_is_not_found() {
        String there = written.course(Courses.course("brief").video("b1", 30).build());
        assertThat(get("/api/catalog/courses/brief", STUDENT, "Playhead-Read-After", there)
                        .status())
                .isEqualTo(200);

        String gone = written.noCourse("brief");

        assertThat(get("/api/catalog/courses/brief", STUDENT, "Playhead-Read-After", gone)
                        .status())
                .isEqualTo(404);
        assertThat(get("/api/progress/video/b1/status", STUDENT, "Playhead-Read-After", gone)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void who_has_no_role_reads_nothing() {
        Answer answer = get("/api/catalog/courses/whole", QueryService.token(TokenRequest.of("nil", "visitor")));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(service.api().get("/api/catalog/courses").status()).isEqualTo(401);
    }

    private static Answer get(String path, String token, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Authorization";
        all[1] = "Bearer " + token;
        return service.api().get(path, all);
    }
}
