package dev.playhead.query.live;

import static dev.playhead.query.running.QueryService.student;
import static dev.playhead.query.running.QueryService.token;
import static dev.playhead.query.running.Written.at;
import static dev.playhead.query.running.Written.progress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Written;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LiveSocketIT {
    private static final String PROGRESS = "/progress";
    private static Written written;
    private static QueryService service;

    @RegisterExtension
    final Listeners listeners = new Listeners();

    @BeforeAll
    static void start() {
        Sandbox sandbox = Stack.shared().begin().sandbox(LiveSocketIT.class);
        written = new Written(sandbox);
        written.course(Courses.demo());
        service = QueryService.start(
                        sandbox,
                        "playhead.live.comment-every=300ms",
                        "playhead.live.streams-per-user-max=2",
                        "playhead.cors.origins=https://player.example")
                .ready();
    }

    @AfterAll
    static void stop() {
        service.close();
        written.close();
    }

    @Test
    void a_message_has_what_the_guide_reads() {
        SocketListener ana = socket("ana");
        assertThat(ana.socket().getSubprotocol()).isEqualTo("bearer");

        written.put(progress("ana", "video123")
                .setPositionMs(125_500)
                .setFurthestMs(480_000)
                .setCompletedAt(Written.WATCHED.toEpochMilli())
                .build());

        await().untilAsserted(() -> assertThat(ana.heard())
                .containsExactly("{\"videoId\":\"video123\",\"watchTime\":125.5,\"totalDuration\":600,"
                        + "\"progressPercentage\":80,\"completed\":true}"));
    }

    @Test
    void a_header_does_as_well_and_then_no_subprotocol_is_chosen() {
        SocketListener ana = listeners.closing(SocketListener.to(
                service.port(), PROGRESS, builder -> builder.header("Authorization", "Bearer " + student("header"))));
        written.put(at("header", "video123", 1_000));

        await().until(() -> ana.heard().size() == 1);
        assertThat(ana.socket().getSubprotocol()).isEmpty();
    }

    @Test
    void it_says_what_events_say() {
        SocketListener socket = socket("both");
        Listener events = listeners.own(service, "both");
        written.put(at("both", "video123", 1_000));
        written.tombstone("both", "video123");
        written.put(at("both", "video124", 2_000));

        await().until(() -> events.brief().contains("video124=2.0"));
        await().untilAsserted(() ->
                assertThat(socket.heard()).isNotEmpty().last().asString().contains("video124"));
        assertThat(socket.heard()).anyMatch(each -> each.contains("\"videoId\":\"video123\",\"watchTime\":0,"));
    }

    @Test
    void who_may_not_is_told_so_by_a_problem() {
        assertThat(refused(PROGRESS, "Authorization", "Bearer nonsense")).isEqualTo(401);
        assertThat(refused(PROGRESS, "X-Nothing", "x")).isEqualTo(401);
        String teacher = "Bearer " + token(TokenRequest.teacher("tom", "demo"));
        assertThat(refused(PROGRESS, "Authorization", teacher)).isEqualTo(403);
        assertThat(refused("/progress?course_id=other", "Authorization", teacher))
                .isEqualTo(403);
        assertThat(service.api()
                        .get(PROGRESS, "Authorization", "Bearer " + student("plain"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void pages_of_other_origins_may_not_unless_they_are_allowed() {
        assertThat(refused(PROGRESS, "Origin", "https://evil.example")).isEqualTo(403);

        SocketListener allowed = from("https://player.example");
        SocketListener own = from("http://127.0.0.1:" + service.port());

        assertThat(allowed.closed()).isZero();
        assertThat(own.closed()).isZero();
    }

    @Test
    void a_user_has_so_many_and_whoever_leaves_makes_room_at_once() {
        SocketListener first = socket("many");
        socket("many");
        String token = student("many");
        assertThat(SocketListener.refused(service.port(), PROGRESS, to -> to.subprotocols("bearer", token))
                        .statusCode())
                .isEqualTo(429);

        first.socket().sendClose(WebSocket.NORMAL_CLOSURE, "").join();

        await().ignoreExceptions().until(() -> socket("many").closed() == 0);
    }

    @Test
    void what_a_client_says_is_dropped_and_pings_are_answered() {
        SocketListener ana = socket("talker");
        for (int i = 0; i < 50; i++) {
            ana.socket().sendText("x".repeat(5_000), i % 2 == 0).join();
            ana.socket().sendPing(ByteBuffer.allocate(4)).join();
        }
        written.put(at("talker", "video123", 1_000));

        await().until(() -> ana.heard().size() == 1);
        await().until(() -> ana.pongs() == 50);
        await().until(() -> ana.pings() > 1);
        assertThat(ana.closed()).isZero();
    }

    @Test
    void it_ends_when_the_token_does() {
        String brief = token(TokenRequest.student("brief").ttl(Duration.ofSeconds(2)));
        SocketListener ana = listeners.closing(SocketListener.withSubprotocol(service.port(), brief));

        await().until(() -> ana.closed() == 1008);
    }

    private SocketListener socket(String student) {
        return listeners.closing(SocketListener.withSubprotocol(service.port(), student(student)));
    }

    private SocketListener from(String origin) {
        String token = student("origin");
        return listeners.closing(SocketListener.to(
                service.port(), PROGRESS, to -> to.header("Origin", origin).subprotocols("bearer", token)));
    }

    private static int refused(String path, String header, String value) {
        return SocketListener.refused(service.port(), path, to -> to.header(header, value))
                .statusCode();
    }
}
