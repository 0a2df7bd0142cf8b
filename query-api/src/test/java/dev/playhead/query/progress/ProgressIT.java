package dev.playhead.query.progress;

import static dev.playhead.query.running.QueryService.student;
import static dev.playhead.query.running.Written.at;
import static dev.playhead.query.running.Written.progress;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.query.running.Answer;
import dev.playhead.query.running.Api;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Written;
import dev.playhead.schemas.event.CourseProgress;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ProgressIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static Written written;
    private static QueryService service;
    private static Api api;
    private static String catalog;

    @BeforeAll
    static void start() {
        Sandbox sandbox = Stack.shared().begin().sandbox(ProgressIT.class);
        written = new Written(sandbox);
        written.course(Courses.course("demo")
                .chapter("c1")
                .video("video123", 600)
                .video("video124", 540.5)
                .video("draft", 60, it -> it.setPublished(false))
                .chapter("c2")
                .video("video125", 600)
                .build());
        catalog = written.course(Courses.course("other").video("video999", 30).build());
        service = QueryService.start(sandbox).ready();
        api = service.api();
    }

    @AfterAll
    static void stop() {
        service.close();
        written.close();
    }

    @Nested
    class A_videos_status {
        @Test
        void says_where_the_student_stands() {
            String token = written.put(progress("ana", "video123")
                    .setPositionMs(125_500)
                    .setFurthestMs(125_500)
                    .setWatchedMs(120_000)
                    .build());

            Answer answer = status("video123", "ana", token);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Playhead-Fresh")).isEqualTo("true");
            assertThat(answer.text())
                    .isEqualTo("{\"watch_time\":125.5,\"total_duration\":600,\"progress_percentage\":20.92,"
                            + "\"completed\":false,\"completed_at\":null,\"watched_seconds\":120,"
                            + "\"last_watched\":\"2026-11-21T08:00:00Z\",\"resume_at\":125.5,\"attempt\":1}");
        }

        @Test
        void keeps_the_furthest_point_and_completion_when_the_student_goes_back() {
            String token = written.put(progress("gil", "video123")
                    .setPositionMs(10_000)
                    .setFurthestMs(480_000)
                    .setCompletedAt(Written.WATCHED.toEpochMilli() + 1)
                    .setAttempt(2)
                    .build());

            Answer answer = status("video123", "gil", token);

            assertThat(answer.json()).isEqualTo(JSON.readTree("""
                            {"watch_time": 10, "total_duration": 600, "progress_percentage": 80,
                             "completed": true, "completed_at": "2026-11-21T08:00:00.001Z",
                             "watched_seconds": 0, "last_watched": "2026-11-21T08:00:00Z",
                             "resume_at": 10, "attempt": 2}
                            """));
        }

        @Test
        void is_zeros_for_one_never_watched_and_the_catalogs_duration() {
            Answer answer = status("video124", "nobody", catalog);

            assertThat(answer.json()).isEqualTo(JSON.readTree("""
                            {"watch_time": 0, "total_duration": 540.5, "progress_percentage": 0,
                             "completed": false, "completed_at": null, "watched_seconds": 0,
                             "last_watched": null, "resume_at": 0, "attempt": 1}
                            """));
        }

        @Test
        void has_no_freshness_where_nobody_asks() {
            assertThat(get("/api/progress/video/video123/status", student("nobody"))
                            .headers()
                            .map())
                    .doesNotContainKey("playhead-fresh");
        }

        @Test
        void is_not_there_for_what_students_do_not_see() {
            Answer unknown = status("no-video", "ana", catalog);
            Answer unpublished = status("draft", "ana", catalog);

            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unpublished.status()).isEqualTo(404);
            assertThat(unknown.header("Playhead-Fresh")).isEqualTo("true");
            assertThat(unpublished.json().get("detail"))
                    .isEqualTo(unknown.json().get("detail"));
        }
    }

    @Nested
    class Many_videos {
        @Test
        void are_answered_in_the_order_asked_without_the_unknown_ones() {
            String token = written.put(at("bob", "video125", 300_000));

            Answer answer = batch("bob", "[\"video125\",\"nope\",\"video999\",\"video125\",\"draft\"]", token);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().get("progress").propertyNames()).containsExactly("video125", "video999");
            assertThat(answer.json()
                            .at("/progress/video125/progress_percentage")
                            .decimalValue())
                    .isEqualByComparingTo("50");
            assertThat(answer.json().at("/progress/video999/total_duration").intValue())
                    .isEqualTo(30);
        }

        @Test
        void are_at_most_500() {
            assertThat(batch("bob", ids(500), catalog).status()).isEqualTo(200);
            Answer tooMany = batch("bob", ids(501), catalog);
            assertThat(tooMany.status()).isEqualTo(422);
            assertThat(tooMany.json().at("/errors/0/field").stringValue()).isEqualTo("video_ids");
        }

        @Test
        void may_be_none() {
            assertThat(batch("bob", "[]", catalog).text()).isEqualTo("{\"progress\":{}}");
        }

        @Test
        void are_named_by_a_list_of_ids() {
            assertThat(batch("bob", "[null]", catalog).status()).isEqualTo(422);
            assertThat(batch("bob", "[1]", catalog).status()).isEqualTo(422);
            assertThat(batch("bob", "7", catalog).status()).isEqualTo(422);
            assertThat(post("{}").status()).isEqualTo(422);
            assertThat(post("{\"video_ids\":").status()).isEqualTo(400);
            assertThat(post("").status()).isEqualTo(400);
        }

        private static String ids(int count) {
            return "[" + String.join(",", Collections.nCopies(count, "\"video123\"")) + "]";
        }

        private static Answer batch(String student, String ids, String token) {
            return api.post(
                    "/api/progress/videos/batch",
                    "{\"video_ids\":" + ids + "}",
                    "Authorization",
                    "Bearer " + student(student),
                    "Playhead-Read-After",
                    token);
        }

        private static Answer post(String body) {
            return api.post("/api/progress/videos/batch", body, "Authorization", "Bearer " + student("bob"));
        }
    }

    @Nested
    class A_course {
        @Test
        void is_the_mean_of_what_is_published() {
            written.put(progress("eve", "video123")
                    .setPositionMs(500_000)
                    .setFurthestMs(500_000)
                    .setCompletedAt(Written.WATCHED.toEpochMilli())
                    .build());
            written.put(at("eve", "draft", 60_000));
            String token = written.put(at("eve", "video125", 30_000));

            Answer answer = get("/api/progress/course/demo", student("eve"), "Playhead-Read-After", token);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json()).isEqualTo(JSON.readTree("""
                            {"progress": {
                              "course_id": "demo", "student_id": "eve", "overall_progress": 35,
                              "materials": {"total": 3, "completed": 1, "completed_ids": ["video123"]},
                              "chapters": [
                                {"id": "c1", "title": "Chapter c1", "total": 2, "completed": 1,
                                 "progress_percentage": 50},
                                {"id": "c2", "title": "Chapter c2", "total": 1, "completed": 0,
                                 "progress_percentage": 5}],
                              "videos": [
                                {"video_id": "video123", "title": "Title of video123", "kind": "VIDEO",
                                 "chapter_id": "c1", "watch_time": 500, "total_duration": 600,
                                 "progress_percentage": 83.33, "completed": true,
                                 "completed_at": "2026-11-21T08:00:00Z", "watched_seconds": 0,
                                 "last_watched": "2026-11-21T08:00:00Z", "resume_at": 500, "attempt": 1},
                                {"video_id": "video124", "title": "Title of video124", "kind": "VIDEO",
                                 "chapter_id": "c1", "watch_time": 0, "total_duration": 540.5,
                                 "progress_percentage": 0, "completed": false, "completed_at": null,
                                 "watched_seconds": 0, "last_watched": null, "resume_at": 0, "attempt": 1},
                                {"video_id": "video125", "title": "Title of video125", "kind": "VIDEO",
                                 "chapter_id": "c2", "watch_time": 30, "total_duration": 600,
                                 "progress_percentage": 5, "completed": false, "completed_at": null,
                                 "watched_seconds": 0, "last_watched": "2026-11-21T08:00:00Z",
                                 "resume_at": 30, "attempt": 1}],
                              "completed_at": null}}
                            """));
        }

        @Test
        void stays_completed_with_its_date_when_it_becomes_another() {
            Instant completed = Instant.parse("2026-11-20T07:00:00Z");
            written.put(progress("ida", "video999")
                    .setFurthestMs(600_000)
                    .setCompletedAt(completed.toEpochMilli())
                    .build());
            written.put(completed("ida", "growing", completed));
            String grown = written.course(Courses.course("growing")
                    .video("grown1", 30)
                    .video("grown2", 30)
                    .build());
            String token = written.put(progress("ida", "grown1")
                    .setDurationMs(30_000)
                    .setFurthestMs(15_000)
                    .build());

            Answer answer =
                    get("/api/progress/course/growing", student("ida"), "Playhead-Read-After", token + "," + grown);

            assertThat(answer.json().at("/progress/completed_at").stringValue()).isEqualTo("2026-11-20T07:00:00Z");
            assertThat(answer.json().at("/progress/overall_progress").intValue())
                    .isEqualTo(25);
        }

        @Test
        void is_not_completed_because_its_videos_are() {
            String token = written.put(progress("jo", "video999")
                    .setFurthestMs(600_000)
                    .setCompletedAt(Written.WATCHED.toEpochMilli())
                    .build());

            Answer answer = get("/api/progress/course/other", student("jo"), "Playhead-Read-After", token);

            assertThat(answer.json().at("/progress/completed_at").isNull()).isTrue();
            assertThat(answer.json().at("/progress/overall_progress").intValue())
                    .isEqualTo(100);
        }

        @Test
        void that_is_unknown_is_not_found() {
            assertThat(get("/api/progress/course/nope", student("eve")).status())
                    .isEqualTo(404);
        }
    }

    @Nested
    class Who_may_ask {
        @Test
        void is_a_student_or_an_admin() {
            String teacher = QueryService.token(TokenRequest.teacher("tom", "*"));
            Answer known = get("/api/progress/video/video123/status", teacher);
            Answer unknown = get("/api/progress/video/nope/status", teacher);

            assertThat(known.status()).isEqualTo(403);
            assertThat(unknown.json().get("detail")).isEqualTo(known.json().get("detail"));
            assertThat(unknown.status()).isEqualTo(403);
            String admin = QueryService.token(TokenRequest.admin("ada"));
            assertThat(get("/api/progress/video/video123/status", admin).status())
                    .isEqualTo(200);
        }

        @Test
        void has_a_token() {
            assertThat(api.get("/api/progress/video/video123/status").status()).isEqualTo(401);
            assertThat(api.get("/api/progress/course/demo").status()).isEqualTo(401);
        }
    }

    @Test
    void other_methods_and_types_are_refused() {
        String token = "Bearer " + student("ana");
        assertThat(api.send("PUT", "/api/progress/video/video123/status", "", "Authorization", token)
                        .status())
                .isEqualTo(405);
        assertThat(api.send(
                                "POST",
                                "/api/progress/videos/batch",
                                "{}",
                                "Authorization",
                                token,
                                "Content-Type",
                                "text/plain")
                        .status())
                .isEqualTo(415);
    }

    private static Answer status(String video, String student, String after) {
        return get("/api/progress/video/" + video + "/status", student(student), "Playhead-Read-After", after);
    }

    private static CourseProgress completed(String student, String course, Instant at) {
        return Written.courseProgress(student, course, 2)
                .setCompletedAt(at.toEpochMilli())
                .build();
    }

    private static Answer get(String path, String token, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Authorization";
        all[1] = "Bearer " + token;
        return api.get(path, all);
    }
}
