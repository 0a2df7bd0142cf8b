package dev.playhead.query.live;

import static dev.playhead.query.live.Listeners.LIVE;
import static dev.playhead.query.live.Listeners.resuming;
import static dev.playhead.query.running.QueryService.student;
import static dev.playhead.query.running.QueryService.token;
import static dev.playhead.query.running.Written.at;
import static dev.playhead.query.running.Written.likedUnseen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Written;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a stream may cost, with settings so small that it shows.
class LiveBoundsIT {
    private static final int VIDEOS = 40;
    private static final String TEACHER = token(TokenRequest.teacher("tom", "demo"));
    private static Sandbox sandbox;
    private static Written written;
    private static QueryService service;

    @RegisterExtension
    final Listeners listeners = new Listeners();

    @BeforeAll
    static void start() {
        sandbox = Stack.shared().begin().sandbox(LiveBoundsIT.class);
        written = new Written(sandbox);
        Courses course = Courses.course("demo");
        for (int i = 0; i < VIDEOS; i++) {
            course.video("v" + i, 600);
        }
        written.course(course.build());
        service = service(
                "playhead.live.comment-every=200ms",
                "playhead.live.streams-max=6",
                "playhead.live.streams-per-user-max=4",
                "playhead.live.pending-max=20",
                "playhead.live.recent-max=10",
                "server.tomcat.connection-timeout=2s");
    }

    @AfterAll
    static void stop() {
        service.close();
        written.close();
    }

    @Test
    void a_comment_comes_again_and_again_and_says_where_the_stream_is() {
        Listener ana = listeners.own(service, "comments");
        String first = ana.lastId();
        written.put(at(besides("comments"), "v1", 1_000));

        await().until(() -> ana.heard().stream().filter(Heard::isComment).count() > 3);
        await().until(() -> !ana.lastId().equals(first));
        assertThat(ana.brief()).isEmpty();
    }

    @Test
    void who_was_away_for_too_long_is_told_everything_anew() {
        Listener before = listeners.own(service, "late");
        written.put(at("late", "v0", 1_000));
        written.put(at("late", "v1", 1_000));
        await().until(() -> before.progress().size() == 2);
        before.close();
        written.tombstone("late", "v1");
        // There is a row again, of what is not begun.
        written.put(likedUnseen("late", "v1"));
        for (int i = 2; i < VIDEOS; i++) {
            written.put(at("late", "v" + i, 1_000 * i));
        }
        awaitRow("late", "v" + (VIDEOS - 1), VIDEOS - 1);

        Listener after = listeners.own(service, "late", resuming(before.lastId()));

        await().until(() -> !after.lastId().isEmpty());
        List<String> expected = new ArrayList<>(List.of("v0=1.0"));
        for (int i = 2; i < VIDEOS; i++) {
            expected.add("v" + i + "=" + (double) i);
        }
        assertThat(after.brief()).first().isEqualTo("reset {\"student_id\":\"late\"}");
        assertThat(after.brief().subList(1, VIDEOS)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(after.progress()).allMatch(each -> each.id().isEmpty());

        written.put(at("late", "v1", 9_000));
        await().untilAsserted(
                        () -> assertThat(after.progress().getLast().brief()).isEqualTo("v1=9.0"));
        assertThat(after.progress()).hasSize(VIDEOS);
    }

    @Test
    void a_teacher_who_was_away_for_too_long_is_told_all_of_the_course() {
        Listener before = listeners.to(service, LIVE + "?course_id=demo", TEACHER);
        before.close();
        written.put(likedUnseen("pupil-who-likes", "v0"));
        for (int i = 0; i < VIDEOS; i++) {
            written.put(at("pupil" + i, "v" + i, 77_000));
        }
        awaitRow("pupil" + (VIDEOS - 1), "v" + (VIDEOS - 1), 77);

        Listener after = listeners.to(service, LIVE + "?course_id=demo", TEACHER, resuming(before.lastId()));

        await().until(() -> !after.lastId().isEmpty());
        assertThat(after.brief().getFirst()).isEqualTo("reset {\"course_id\":\"demo\"}");
        assertThat(after.progress()).filteredOn(each -> each.watchTime() == 77).hasSize(VIDEOS);
        assertThat(after.progress()).noneMatch(each -> each.text().contains("pupil-who-likes"));
    }

    @Test
    void without_a_setting_a_page_of_another_origin_may_open_no_socket() {
        for (String origin : List.of("https://evil.example", "http://127.0.0.1")) {
            assertThat(SocketListener.refused(service.port(), "/progress", from(origin))
                            .statusCode())
                    .isEqualTo(403);
        }
        String own = "127.0.0.1:" + service.port();
        for (String origin : List.of("http://" + own, "https://" + own)) {
            SocketListener page = listeners.closing(SocketListener.to(service.port(), "/progress", from(origin)));
            assertThat(page.closed()).isZero();
        }
    }

    @Test
    void a_user_has_so_many_streams_and_so_has_the_instance() {
        List<Listener> anas = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            anas.add(listeners.own(service, "many"));
        }
        Listener fifth = listeners.own(service, "many");
        assertThat(fifth.status()).isEqualTo(429);
        assertThat(fifth.header("Retry-After")).isNotEmpty();

        listeners.own(service, "ben");
        listeners.own(service, "cleo");
        Listener seventh = listeners.own(service, "dan");
        assertThat(seventh.status()).isEqualTo(503);
        assertThat(seventh.header("Retry-After")).isNotEmpty();

        anas.forEach(Listener::close);
        await().until(() -> listeners.own(service, "dan").status() == 200);
    }

    @Test
    void who_has_left_is_noticed_and_forgotten() {
        Listener ana = listeners.own(service, "leaver");
        await().until(() -> open() > 0);

        ana.close();

        await().until(() -> open() == 0);
        assertThat(metric("playhead_live_ended_total{kind=\"events\",reason=\"gone\""))
                .isPositive();
    }

    @Test
    void who_does_not_read_is_cut_off_while_the_others_go_on() {
        Listener reader = listeners.own(service, "reader");
        Listener slow = listeners.closing(Listener.silent(service.port(), LIVE + "?course_id=demo", TEACHER, 1_024));
        await().until(() -> open() == 2);
        double cut = cutOff();

        int round = 0;
        while (cutOff() == cut && round < 2_000) {
            for (int i = 0; i < VIDEOS; i++) {
                written.put(at("busy" + round % 50, "v" + i, 1_000 + round));
            }
            round++;
        }
        written.put(at("reader", "v0", 5_000));

        assertThat(cutOff()).isGreaterThan(cut);
        await().untilAsserted(() -> assertThat(reader.brief()).containsExactly("v0=5.0"));
        await().until(() -> open() == 1);
        slow.listen();
        assertThat(slow.progress()).isNotEmpty();
        assertThat(slow.lastId()).isNotEmpty();
    }

    @Test
    void when_the_instance_stops_its_streams_end_at_once() {
        QueryService stopping = service();
        Listener ana = listeners.own(stopping, "stop");
        long beganNanos = System.nanoTime();

        stopping.close();

        assertThat(Duration.ofNanos(System.nanoTime() - beganNanos)).isLessThan(Duration.ofSeconds(10));
        await().until(ana::isOver);
        assertThat(ana.heard()).noneMatch(each -> each.text().contains("broken"));
    }

    private static UnaryOperator<WebSocket.Builder> from(String origin) {
        return handshake -> handshake.header("Origin", origin).subprotocols("bearer", student("page"));
    }

    private static QueryService service(String... settings) {
        return QueryService.start(sandbox, settings).ready();
    }

    private static double open() {
        return metric("playhead_live_streams{kind=\"events\"");
    }

    private static double cutOff() {
        return metric("playhead_live_ended_total{kind=\"events\",reason=\"slow\"")
                + metric("playhead_live_ended_total{kind=\"events\",reason=\"gone\"");
    }

    /// 0 of one that was never counted.
    private static double metric(String name) {
        return service.management()
                .get("/actuator/prometheus")
                .text()
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .mapToDouble(Double::parseDouble)
                .sum();
    }

    /// Another student of the same partition.
    private static String besides(String student) {
        for (int i = 0; ; i++) {
            if (Written.partition("besides" + i) == Written.partition(student)) {
                return "besides" + i;
            }
        }
    }

    private static void awaitRow(String student, String video, int seconds) {
        await().until(() -> service.api()
                        .get("/api/progress/video/" + video + "/status", "Authorization", "Bearer " + student(student))
                        .json()
                        .path("watch_time")
                        .asInt()
                == seconds);
    }
}
