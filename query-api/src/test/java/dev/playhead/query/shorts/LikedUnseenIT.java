package dev.playhead.query.shorts;

import static dev.playhead.query.running.Written.likedUnseen;
import static dev.playhead.query.running.Written.watchedShort;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.query.running.As;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Written;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A short that was liked and never watched is liked, and nothing else.
class LikedUnseenIT {
    private static final String SHORTS = "/learning/api/shorts/submodule/1.1";
    private static final String STATUS = "/api/progress/video/unseen/status";
    private static final String ROSTER = "/api/progress/course/c/students";
    private static Written written;
    private static QueryService service;
    private static String liked;

    @BeforeAll
    static void start() {
        Sandbox sandbox = Stack.shared().begin().sandbox(LikedUnseenIT.class);
        written = new Written(sandbox);
        written.course(Courses.course("c")
                .shortVideo("unseen", 30, "1.1", 1)
                .video("video", 600)
                .build());
        written.put(likedUnseen("kit", "unseen"));
        liked = written.put(Written.courseProgress("kit", "c", 0).build());
        liked += "," + written.put(likedUnseen("kim", "unseen"));
        service = QueryService.start(sandbox).ready();
    }

    @AfterAll
    static void stop() {
        service.close();
        written.close();
    }

    @Test
    void it_is_liked_in_the_lists_of_shorts() {
        assertThat(as("kim").getAfter(SHORTS, liked).text())
                .contains("\"watch_percentage\":0,\"is_completed\":false,", "\"liked\":true,");
    }

    @ParameterizedTest
    @ValueSource(strings = {STATUS, "/api/progress/course/c", "/api/progress/continue-watching"})
    void to_the_student_it_is_as_if_it_were_not_there(String path) {
        String ofKim = as("kim").getAfter(path, liked).text();

        assertThat(ofKim.replace("kim", "nob")).isEqualTo(as("nob").get(path).text());
    }

    @Test
    void in_a_batch_too() {
        String asked = "{\"video_ids\": [\"unseen\"]}";

        assertThat(as("kim")
                        .post("/api/progress/videos/batch", asked, "Playhead-Read-After", liked)
                        .text())
                .isEqualTo(as("nob").post("/api/progress/videos/batch", asked).text());
    }

    /// Kim has begun nothing of the course, and Kit had when it was another.
    @Test
    void to_the_teacher_nobody_has_begun_it() {
        assertThat(service.as(TokenRequest.teacher("tom", "c"))
                        .getAfter(ROSTER, liked)
                        .text())
                .isEqualTo("{\"students\":[{\"student_id\":\"kit\",\"overall_progress\":0,\"completed\":false,"
                        + "\"last_watched\":null,\"completed_at\":null}],\"next\":null}");
    }

    @Test
    void once_it_is_watched_it_is_there() {
        String other = written.course(
                Courses.course("other").shortVideo("seen", 30, "2.1", 1).build());
        written.put(likedUnseen("lou", "seen"));
        String watched =
                written.put(watchedShort("lou", "seen", 15_000).setLiked(true).build());
        String after = other + "," + watched;

        assertThat(as("lou").getAfter("/api/progress/video/seen/status", after).text())
                .contains("\"progress_percentage\":50,");
        assertThat(as("lou")
                        .getAfter("/learning/api/shorts/submodule/2.1", after)
                        .text())
                .contains("\"watch_percentage\":50,", "\"liked\":true,");
    }

    private static As as(String student) {
        return service.as(TokenRequest.student(student));
    }
}
