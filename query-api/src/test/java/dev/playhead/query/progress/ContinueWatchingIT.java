package dev.playhead.query.progress;

import static dev.playhead.query.running.Written.progress;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.query.running.Answer;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Rows;
import dev.playhead.query.running.Written;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContinueWatchingIT {
    private static final String PATH = "/api/progress/continue-watching";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static Written written;
    private static QueryService service;
    private static Rows rows;

    @BeforeAll
    static void start() {
        Sandbox sandbox = Stack.shared().begin().sandbox(ContinueWatchingIT.class);
        written = new Written(sandbox);
        written.course(Courses.course("a")
                .video("a1", 600)
                .video("a-draft", 600, it -> it.setPublished(false))
                .shortVideo("a-short", 30, "1.1", 1)
                .chapter("c2")
                .video("a2", 300)
                .video("a3", 300)
                .build());
        written.course(Courses.course("b").video("b1", 600).video("b2", 540.5).build());
        Courses many = Courses.course("many");
        for (int i = 0; i < 60; i++) {
            many.video("m" + i, 600);
        }
        written.course(many.build());
        written.course(Courses.course("untouched").video("u1", 600).build());
        service = QueryService.start(sandbox).ready();
        rows = new Rows(sandbox);
    }

    @AfterAll
    static void stop() {
        service.close();
        written.close();
    }

    @Test
    void what_was_begun_comes_before_what_would_be_next_and_the_latest_comes_first() {
        watched("ana", "a1", 10, 100);
        watched("ana", "b1", 30, 50);
        String token = watched("ana", "a2", 20, 200);

        assertThat(items("ana", token))
                .containsExactly("resume b1 in b", "resume a2 in a", "resume a1 in a", "next b2 in b", "next a3 in a");
    }

    @Test
    void an_item_is_the_videos_status_and_why_it_is_there() {
        String token = watched("bo", "b1", 30, 50);

        assertThat(get("bo", "?limit=2", token).json()).isEqualTo(JSON.readTree("""
                        {"items": [
                          {"reason": "resume", "course_id": "b", "title": "Title of b1", "video_id": "b1",
                           "watch_time": 50, "total_duration": 600, "progress_percentage": 8.33,
                           "completed": false, "completed_at": null, "watched_seconds": 0,
                           "last_watched": "2026-11-21T08:00:30Z", "resume_at": 50, "attempt": 1},
                          {"reason": "next", "course_id": "b", "title": "Title of b2", "video_id": "b2",
                           "watch_time": 0, "total_duration": 540.5, "progress_percentage": 0,
                           "completed": false, "completed_at": null, "watched_seconds": 0,
                           "last_watched": null, "resume_at": 0, "attempt": 1}]}
                        """));
    }

    @Test
    void what_is_completed_is_not_there_and_leads_on_to_the_next() {
        String token = completed("cid", "a1", 10);

        assertThat(items("cid", token)).containsExactly("next a2 in a");
    }

    /// Watched offline to its end, it was reported late.
    @Test
    void what_is_completed_afterwards_disappears() {
        assertThat(items("dee", watched("dee", "b1", 10, 300))).contains("resume b1 in b");

        String token = completed("dee", "b1", 5);

        assertThat(items("dee", token)).containsExactly("next b2 in b");
    }

    @Test
    void a_course_that_was_begun_to_its_last_video_has_no_next() {
        completed("eve", "b1", 10);
        String token = completed("eve", "b2", 20);

        assertThat(items("eve", token)).isEmpty();
    }

    @Test
    void shorts_and_what_students_do_not_see_are_left_out() {
        watched("fay", "a-draft", 10, 100);
        watched("fay", "a-short", 30, 10);
        String token = watched("fay", "gone", 20, 100);

        assertThat(items("fay", token)).containsExactly("next a1 in a");
    }

    @Test
    void who_has_begun_nothing_is_told_nothing() {
        assertThat(get(
                                "gus",
                                "",
                                written.course(Courses.course("untouched")
                                        .video("u1", 600)
                                        .build()))
                        .text())
                .isEqualTo("{\"items\":[]}");
    }

    @Test
    void ten_are_answered_and_fifty_at_most() {
        String token = "";
        for (int i = 0; i < 59; i++) {
            token = watched("hal", "m" + i, i, 100);
        }

        assertThat(items("hal", token)).hasSize(10).startsWith("resume m58 in many");
        assertThat(get("hal", "?limit=1", token).json().path("items").size()).isEqualTo(1);
        assertThat(get("hal", "?limit=50", token).json().path("items").size()).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "51", "-1", "abc", "", "1.5", "1e1", "%2B5", "0x5", "%D9%A1", "99999999999", "1&limit=2"})
    void a_limit_that_is_none_is_refused(String limit) {
        Answer answer = get("ana", "?limit=" + limit, written.token(0, 0));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/field").stringValue()).isEqualTo("limit");
    }

    @Test
    void who_has_begun_more_than_is_looked_at_is_suggested_nothing_that_was_begun_long_ago() {
        rows.jdbc().update("""
                insert into material_progress
                select 'ivy', 'old' || n, null, 'VIDEO', 0, 0, 1, 0, 0, n, null, 1, false, n
                from generate_series(1, 9999) as n
                """);
        String all = completed("ivy", "b1", 10);
        assertThat(items("ivy", all)).as("At the bound it might be more").isEmpty();
        assertThat(rows.jdbc()
                        .update("delete from material_progress where student_id = 'ivy' and material_id = 'old1'"))
                .isEqualTo(1);

        assertThat(items("ivy", all)).containsExactly("next b2 in b");
    }

    private static String watched(String student, String video, long second, long position) {
        return written.put(progress(student, video)
                .setPositionMs(position * 1_000)
                .setFurthestMs(position * 1_000)
                .setLastWatchedAt(Written.WATCHED.plusSeconds(second).toEpochMilli())
                .build());
    }

    private static String completed(String student, String video, long second) {
        long at = Written.WATCHED.plusSeconds(second).toEpochMilli();
        return written.put(progress(student, video)
                .setFurthestMs(600_000)
                .setLastWatchedAt(at)
                .setCompletedAt(at)
                .build());
    }

    private static List<String> items(String student, String token) {
        return get(student, "", token)
                .json()
                .path("items")
                .valueStream()
                .map(ContinueWatchingIT::shortly)
                .toList();
    }

    private static String shortly(JsonNode item) {
        return item.path("reason").stringValue() + " " + item.path("video_id").stringValue() + " in "
                + item.path("course_id").stringValue();
    }

    private static Answer get(String student, String query, String token) {
        return service.as(TokenRequest.student(student)).getAfter(PATH + query, token);
    }
}
