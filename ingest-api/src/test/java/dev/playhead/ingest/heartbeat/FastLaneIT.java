package dev.playhead.ingest.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.ingest.Bodies;
import dev.playhead.ingest.Log;
import dev.playhead.ingest.RunningIngest;
import dev.playhead.ingest.heartbeat.Wire.Reply;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a caller is answered is the same on either way. A query makes a request go the ordinary one,
/// and of an answer's framing it can be seen which one it went.
class FastLaneIT {
    private static final String SHORT_FRAMING = "Content-Length: 32";
    private static final String ORDINARY_FRAMING = "Transfer-Encoding: chunked";
    private static final String WATCHED = Bodies.watched(1.5);

    private static final Sandbox SANDBOX = Stack.shared().sandbox(FastLaneIT.class);

    private static RunningIngest ingest;

    @BeforeAll
    static void start() {
        ingest = RunningIngest.start(SANDBOX, "--playhead.rate-limit.every=10s", "--playhead.rate-limit.burst=2");
        putCourse(ingest);
    }

    @AfterAll
    static void stop() {
        ingest.close();
    }

    @ParameterizedTest
    @MethodSource
    void what_is_usual_takes_it(Case usual) {
        assertThat(usual.next().fast().framing()).isEqualTo(SHORT_FRAMING);
        assertThat(assertSame(usual)).isEqualTo(202);
    }

    static Stream<Case> what_is_usual_takes_it() {
        return Stream.of(
                usual("as players send it"),
                usual("a body with all fields").body("""
                        {"watch_time": 60.0005, "total_duration": 603, "event": "paused", "session_id": "s:1",
                         "sequence": 7, "device_id": "phone", "playback_rate": 1.75, "volume": 11,
                         "event_id": "0B9A4E57-94DD-4E8B-9A5A-3C2E5F0A1B2C", "played": [[0, 30.25], [602, 603]]}"""),
                usual("a charset").type("Content-Type: Application/JSON; charset=UTF-8"),
                usual("anything taken").headers("Accept: */*"),
                usual("more of a type").headers("Accept: application/json\r\nAccept: text/html"),
                usual("as axios").headers("Accept: application/json, text/plain, */*"),
                usual("a page's origin").headers("Origin: http://127.0.0.1"),
                usual("another id").video("a.b_c:d-1"));
    }

    @Test
    void a_token_that_nobody_has_seen_takes_it_too() {
        assertThat(usual("new here").firstOfAll().framing()).isEqualTo(SHORT_FRAMING);
    }

    @ParameterizedTest
    @MethodSource
    void what_comes_behind_it_on_its_connection_is_the_next_request(Case before) {
        String kept = before.request().replace("Connection: close", "Connection: keep-alive");

        Reply both = new Wire(ingest.port()).send(kept + usual("behind").request());

        assertThat(both.body()).containsOnlyOnce("HTTP/1.1 ").contains("HTTP/1.1 202 ");
    }

    static Stream<Case> what_comes_behind_it_on_its_connection_is_the_next_request() {
        return Stream.of(
                usual("one that is taken"),
                usual("one that is wrong").body(Bodies.watched(601)),
                usual("one of nobody").scheme("Basic"),
                usual("one of a teacher").as(TokenRequest.teacher("ted", "*")),
                usual("one of an unknown video").video("nobody-knows"));
    }

    @ParameterizedTest
    @MethodSource
    void what_is_taken_but_unusual_goes_the_ordinary_way(Case unusual) {
        assertThat(unusual.next().fast().framing()).isEqualTo(ORDINARY_FRAMING);
        assertThat(assertSame(unusual)).isEqualTo(202);
    }

    static Stream<Case> what_is_taken_but_unusual_goes_the_ordinary_way() {
        return Stream.of(
                usual("an encoded id").video("%76"),
                usual("a packing that is none").headers("Content-Encoding: identity"),
                usual("a wait for leave").headers("Expect: 100-continue"),
                usual("another spelling").scheme("bearer"),
                usual("a list of types").headers("Accept: text/html, application/json"),
                usual("a large body").body(WATCHED.replace("}", ",\"pad\":\"" + "x".repeat(5_000) + "\"}")),
                usual("chunks").chunked());
    }

    @ParameterizedTest
    @MethodSource
    void what_is_refused_is_refused_alike(Case wrong) {
        assertThat(assertSame(wrong)).isBetween(400, 499);
    }

    static Stream<Case> what_is_refused_is_refused_alike() {
        return Stream.of(
                usual("no JSON").body("{\"watch_time\": 1,"),
                usual("a field twice").body("{\"watch_time\":1,\"watch_time\":1,\"total_duration\":600}"),
                usual("more behind").body(WATCHED + "{}"),
                usual("no body").body(""),
                usual("no object").body("[]"),
                usual("nothing in it").body("{}"),
                usual("behind the end").body(Bodies.watched(601)),
                usual("for another").body(WATCHED.replace("}", ",\"student_id\":\"bo\"}")),
                usual("an unknown video").video("nobody-knows"),
                usual("a reserved word").video("mock"),
                usual("another character").video("%C3%A4"),
                usual("a slash within").video("a%2Fb"),
                usual("a parameter within").video("v;x=1"),
                usual("a slash behind").path("/api/progress/video/v/watch-time/"),
                usual("two slashes").path("/api/progress//video/v/watch-time"),
                usual("another method").method("PUT"),
                usual("an odd method").method("post"),
                usual("another type").type("Content-Type: text/plain"),
                usual("no type").type("X-None: x"),
                usual("packed").headers("Content-Encoding: gzip"),
                usual("another type wanted").headers("Accept: text/html"),
                usual("a length twice").headers("Content-Length: 1"),
                usual("a huge body").body("x".repeat(1_100_000)),
                usual("no token").scheme("Basic"),
                usual("two tokens").headers("Authorization: Bearer x"),
                usual("nobody's token").as(TokenRequest.student("no/body")),
                usual("a token of old").as(TokenRequest.student("old").ttl(Duration.ofHours(-1))),
                usual("a teacher").as(TokenRequest.teacher("ted", "*")),
                usual("an admin").as(TokenRequest.admin("root")));
    }

    @Test
    void the_rate_holds_on_both_ways_together() {
        Case mixed = usual("mixed");

        assertThat(mixed.fast().headers()).contains("RateLimit: \"updates\";r=1;t=10");
        assertThat(mixed.ordinary().headers()).anyMatch(header -> header.startsWith("RateLimit: \"updates\";r=0;t="));
        Reply fast = mixed.fast();
        Reply ordinary = mixed.ordinary();

        assertThat(fast.status()).isEqualTo(429);
        assertThat(ordinary.status()).isEqualTo(429);
        assertThat(names(fast)).isEqualTo(names(ordinary)).contains("RateLimit", "RateLimit-Policy", "Retry-After");
    }

    /// In pieces it may go either way: nobody waits for what has not come.
    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 20})
    void a_body_may_come_later(int afterBytes) {
        Case later = usual("later");
        String request = later.request();
        int cut = request.length() - WATCHED.length() + afterBytes;

        Reply reply = new Wire(ingest.port()).send(request.substring(0, cut), request.substring(cut));

        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        assertThat(reply.headers()).contains("RateLimit: \"updates\";r=1;t=10");
    }

    @Test
    void the_event_is_the_same() {
        Case event = usual("event").body(WATCHED.replace("}", ",\"played\":[[0,1.5]],\"session_id\":\"only-here\"}"));
        event.fast();
        event.ordinary();

        assertThat(new Log(SANDBOX.bootstrapServers(), SANDBOX.topicPrefix() + "activity")
                        .records().stream()
                                .map(record -> (SpecificRecordBase) record.value())
                                .map(Object::toString)
                                .filter(text -> text.contains("only-here"))
                                .map(text -> text.replaceAll(
                                        "\"(event_?[iI]d|occurred_?[aA]t|received_?[aA]t)\": [^,]*,", "")))
                .hasSize(2)
                .allMatch(text -> text.contains("1500"))
                .satisfies(texts -> assertThat(texts.getFirst()).isEqualTo(texts.getLast()));
    }

    @Test
    void requests_are_counted_once_and_under_one_name() {
        try (RunningIngest other = RunningIngest.start(Stack.shared().sandbox(FastLaneIT.class))) {
            putCourse(other);
            Case counted = usual("counted").at(other);
            counted.fast();
            counted.fast();
            counted.ordinary();

            assertThat(Arrays.stream(other.management()
                                    .get("/actuator/prometheus")
                                    .body()
                                    .split("\n"))
                            .filter(line -> line.startsWith("http_server_requests_seconds_count")
                                    && line.contains("watch-time"))
                            .filter(line -> line.contains("status=\"202\"")))
                    .singleElement()
                    .asString()
                    .endsWith(" 3");
        }
    }

    @Test
    void what_the_log_does_not_take_is_answered_alike_and_counted_once() {
        try (RunningIngest full =
                RunningIngest.start(Stack.shared().sandbox(FastLaneIT.class), "--playhead.in-flight-max=1B")) {
            putCourse(full);

            assertThat(assertSame(usual("full").at(full))).isEqualTo(503);

            assertThat(Arrays.stream(full.management()
                                    .get("/actuator/prometheus")
                                    .body()
                                    .split("\n"))
                            .filter(line -> line.startsWith("http_server_requests_seconds_count")
                                    && line.contains("watch-time"))
                            .filter(line -> line.contains("status=\"503\"")))
                    .singleElement()
                    .asString()
                    .endsWith(" 2");
        }
    }

    private static Case usual(String name) {
        return Case.of(name, ingest);
    }

    /// @return the status of both
    private static int assertSame(Case each) {
        Reply fast = each.next().fast();
        Reply ordinary = each.next().ordinary();

        assertThat(fast.status()).as(fast.body()).isEqualTo(ordinary.status());
        assertThat(fast.headers()).isEqualTo(ordinary.headers());
        assertThat(fast.body()).isEqualTo(ordinary.body());
        return fast.status();
    }

    private static List<String> names(Reply reply) {
        return reply.headers().stream()
                .map(header -> header.substring(0, header.indexOf(':')))
                .toList();
    }

    private static void putCourse(RunningIngest service) {
        service.as(TokenRequest.admin("root"))
                .putCourse("c", Bodies.course("C", "v", "a.b_c:d-1"))
                .isAccepted();
    }
}
