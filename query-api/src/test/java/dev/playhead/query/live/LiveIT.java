package dev.playhead.query.live;

import static dev.playhead.query.live.Listeners.LIVE;
import static dev.playhead.query.live.Listeners.resuming;
import static dev.playhead.query.running.QueryService.student;
import static dev.playhead.query.running.QueryService.token;
import static dev.playhead.query.running.Written.at;
import static dev.playhead.query.running.Written.likedUnseen;
import static dev.playhead.query.running.Written.progress;
import static dev.playhead.query.running.Written.sharedUnseen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.query.running.Answer;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Written;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LiveIT {
    private static final String COURSE = LIVE + "?course_id=demo";
    private static Written written;
    private static QueryService one;
    private static QueryService other;

    @RegisterExtension
    final Listeners listeners = new Listeners();

    @BeforeAll
    static void start() {
        Sandbox sandbox = Stack.shared().begin().sandbox(LiveIT.class);
        written = new Written(sandbox);
        written.course(Courses.course("demo")
                .video("video123", 600)
                .video("video124", 540)
                .video("hidden", 60, it -> it.setPublished(false))
                .shortVideo("short1", 45, "1.1", 1)
                .build());
        written.course(Courses.course("maths").video("sums", 300).build());
        one = QueryService.start(sandbox).ready();
        other = QueryService.start(sandbox).ready();
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        written.close();
    }

    @Nested
    class A_student {
        @Test
        void is_told_at_once_that_the_stream_is_open_and_where_it_is() {
            Listener ana = listeners.own(one, "open-ana");

            assertThat(ana.status()).isEqualTo(200);
            assertThat(ana.header("Content-Type")).startsWith("text/event-stream");
            assertThat(ana.header("Cache-Control")).isEqualTo("no-store");
            assertThat(ana.header("X-Accel-Buffering")).isEqualTo("no");
            assertThat(ana.heard()).hasSize(1).first().matches(Heard::isComment);
            assertThat(ana.lastId()).isNotEmpty();
        }

        @Test
        void hears_of_a_change_on_every_device_whichever_instance_it_is_on() {
            Listener phone = listeners.own(one, "ana");
            Listener laptop = listeners.own(other, "ana");
            Listener ben = listeners.own(one, "ben");

            written.put(at("ana", "video123", 12_500));
            written.put(at("ana", "video124", 1_000));

            for (Listener device : List.of(phone, laptop)) {
                await().untilAsserted(
                                () -> assertThat(device.brief()).containsExactly("video123=12.5", "video124=1.0"));
            }
            assertThat(phone.progress().getFirst().data().path("student_id").asString())
                    .isEqualTo("ana");
            assertThat(phone.progress().getLast().id())
                    .isEqualTo(laptop.progress().getLast().id());
            assertThat(ben.brief()).isEmpty();
        }

        @Test
        void hears_what_the_status_call_says() {
            Listener ana = listeners.own(one, "same");
            String token = written.put(progress("same", "video123")
                    .setPositionMs(590_000)
                    .setFurthestMs(595_000)
                    .setWatchedMs(333_000)
                    .setCompletedAt(Written.WATCHED.toEpochMilli())
                    .setAttempt(2)
                    .build());

            await().until(() -> ana.progress().size() == 1);
            String status = one.api()
                    .get(
                            "/api/progress/video/video123/status",
                            "Authorization",
                            "Bearer " + student("same"),
                            "Playhead-Read-After",
                            token)
                    .text();
            assertThat(ana.progress().getFirst().text())
                    .endsWith("data: {\"student_id\":\"same\",\"video_id\":\"video123\"," + status.substring(1));
        }

        @Test
        void hears_of_a_reset_as_a_video_never_watched() {
            Listener ana = listeners.own(one, "reset");
            written.put(at("reset", "video123", 60_000));
            await().until(() -> ana.progress().size() == 1);

            written.tombstone("reset", "video123");

            await().untilAsserted(() -> assertThat(ana.brief())
                    .containsExactly(
                            "video123=60.0",
                            "reset {\"student_id\":\"reset\",\"video_id\":\"video123\"}",
                            "video123=0.0"));
        }

        @Test
        void hears_of_shorts_and_nothing_of_what_is_not_published() {
            Listener ana = listeners.own(one, "shorts");
            written.put(at("shorts", "hidden", 5_000));
            written.put(at("shorts", "nowhere", 5_000));
            written.put(at("shorts", "short1", 5_000));

            await().untilAsserted(() -> assertThat(ana.brief()).containsExactly("short1=5.0"));
        }

        @Test
        void hears_nothing_of_what_is_done_with_a_short_unseen() {
            Listener ana = listeners.own(one, "unseen");
            written.put(likedUnseen("unseen", "short1"));
            written.put(sharedUnseen("unseen", "short1"));
            written.put(at("unseen", "video123", 5_000));

            await().untilAsserted(() -> assertThat(ana.brief()).containsExactly("video123=5.0"));
        }

        @Test
        void who_asks_for_the_head_alone_is_not_kept() {
            Listener head = listeners.closing(Listener.head(one.port(), LIVE, student("head")));
            Listener teacher = listeners.closing(Listener.head(one.port(), COURSE, student("head")));

            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("Content-Type")).startsWith("text/event-stream");
            assertThat(teacher.status()).isEqualTo(403);
        }
    }

    @Nested
    class Who_comes_back {
        @Test
        void hears_the_latest_state_of_each_video_that_changed_since() {
            Listener before = listeners.own(one, "back");
            written.put(at("back", "video123", 1_000));
            await().until(() -> before.progress().size() == 1);
            before.close();
            written.put(at("back", "video123", 2_000));
            written.put(at("back", "video124", 3_000));
            written.put(at("back", "video123", 4_000));
            written.tombstone("back", "short1");
            written.put(at("back", "video124", 5_000));
            await().until(() -> isAt("back", "video124", 5));

            Listener after = listeners.own(other, "back", resuming(before.lastId()));
            written.put(at("back", "short1", 6_000));

            await().untilAsserted(() -> assertThat(after.brief())
                    .containsExactly(
                            "video123=4.0",
                            "reset {\"student_id\":\"back\",\"video_id\":\"short1\"}",
                            "short1=0.0",
                            "video124=5.0",
                            "short1=6.0"));
        }

        @Test
        void hears_nothing_twice_where_nothing_changed() {
            Listener before = listeners.own(one, "still");
            written.put(at("still", "video123", 1_000));
            await().until(() -> before.progress().size() == 1);
            before.close();

            Listener after = listeners.own(other, "still", resuming(before.lastId()));
            written.put(at("still", "video124", 2_000));

            await().untilAsserted(() -> assertThat(after.brief()).containsExactly("video124=2.0"));
        }

        @Test
        void with_what_is_no_id_of_this_stream_is_refused() {
            String anothers = listeners.own(one, "another").lastId();
            String ofCourse = listeners.to(one, COURSE, teacher("demo")).lastId();

            for (String wrong : List.of(anothers, ofCourse, "nonsense", "AAAA", "!", "42")) {
                Answer answer = get(LIVE, student("me"), "Last-Event-ID", wrong);
                assertThat(answer.status()).as(wrong).isEqualTo(400);
                assertThat(answer.json().path("detail").asString()).contains("Last-Event-ID");
            }
        }
    }

    @Nested
    class A_teacher {
        @Test
        void hears_of_all_students_in_the_course_and_of_no_other_course() {
            Listener tom = listeners.to(one, COURSE, teacher("demo"));
            written.put(at("cleo", "sums", 1_000));
            written.put(at("cleo", "hidden", 1_000));
            written.put(at("cleo", "video123", 2_000));
            written.put(at("dan", "short1", 3_000));
            written.put(at("eve", "video124", 4_000));

            await().untilAsserted(() -> assertThat(tom.progress())
                    .extracting(each -> each.data().path("student_id").asString() + " " + each.brief())
                    .contains("cleo video123=2.0", "dan short1=3.0", "eve video124=4.0")
                    .noneMatch(each -> each.contains("sums") || each.contains("hidden")));
        }

        @Test
        void who_comes_back_misses_nobody() {
            Listener before = listeners.to(one, COURSE, teacher("demo"));
            written.put(at("fay", "video123", 1_000));
            await().until(() -> before.brief().contains("video123=1.0"));
            before.close();
            for (int i = 0; i < 10; i++) {
                written.put(at("gus" + i, "video123", 700));
            }

            Listener after = listeners.to(other, COURSE, teacher("demo"), resuming(before.lastId()));

            await().untilAsserted(() -> assertThat(after.progress())
                    .extracting(each -> each.data().path("student_id").asString())
                    .contains("gus0", "gus1", "gus2", "gus3", "gus4", "gus5", "gus6", "gus7", "gus8", "gus9")
                    .doesNotContain("fay"));
        }
    }

    @Nested
    class Who_may_not {
        @Test
        void is_told_the_same_whether_the_course_exists_or_not() {
            for (String course : List.of("maths", "nowhere")) {
                for (String caller : List.of(student("ana"), teacher("demo"))) {
                    Answer answer = get(LIVE + "?course_id=" + course, caller);
                    assertThat(answer.status()).isEqualTo(403);
                    assertThat(answer.json().path("detail").asString().replace(course, "x"))
                            .isEqualTo("The caller must teach the course 'x', or be an admin");
                }
            }
        }

        @Test
        void has_no_progress_of_its_own_or_no_token() {
            assertThat(get(LIVE, teacher("demo")).status()).isEqualTo(403);
            assertThat(one.api().get(LIVE).status()).isEqualTo(401);
        }

        @Test
        void an_admin_may_but_not_where_there_is_nothing() {
            String admin = token(TokenRequest.admin("root"));

            assertThat(listeners.to(one, LIVE, admin).status()).isEqualTo(200);
            assertThat(listeners.to(one, COURSE, admin).status()).isEqualTo(200);
            assertThat(get(LIVE + "?course_id=nowhere", admin).status()).isEqualTo(404);
            assertThat(get(LIVE + "?course_id=nowhere", teacher("*")).status()).isEqualTo(404);
        }

        @Test
        void is_cut_off_when_the_token_expires() {
            TokenRequest brief = TokenRequest.student("brief").ttl(Duration.ofSeconds(2));

            Listener listener = listeners.to(one, LIVE, token(brief));

            await().until(listener::isOver);
            assertThat(listener.heard()).noneMatch(each -> each.text().contains("broken"));
        }
    }

    private static boolean isAt(String student, String video, int seconds) {
        Answer answer = get("/api/progress/video/" + video + "/status", student(student));
        return answer.json().path("watch_time").asInt() == seconds;
    }

    private static String teacher(String course) {
        return token(TokenRequest.teacher("tom", course));
    }

    private static Answer get(String path, String token, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + token;
        return one.api().get(path, all);
    }
}
