package dev.playhead.ingest.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.ingest.Answer;
import dev.playhead.ingest.Bodies;
import dev.playhead.ingest.RunningIngest;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a caller sends, it is the caller who is told: never a 500.
class HostileBodiesIT {
    private static RunningIngest ingest;

    @BeforeAll
    static void start() {
        ingest = RunningIngest.start(Stack.shared().sandbox(HostileBodiesIT.class), "--playhead.rate-limit.every=1ms");
        ingest.as(TokenRequest.admin("root"))
                .putCourse("c", Bodies.course("C", "v"))
                .isAccepted();
    }

    @AfterAll
    static void stop() {
        ingest.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // No JSON.
                "400 | ''",
                "400 | {",
                "400 | {'watch_time': 1, 'total_duration': 600",
                "400 | {'watch_time': NaN, 'total_duration': 600}",
                "400 | {'watch_time': Infinity, 'total_duration': 600}",
                "400 | {'watch_time': 01, 'total_duration': 600}",
                "400 | {'watch_time': +1, 'total_duration': 600}",
                "400 | {'watch_time': .5, 'total_duration': 600}",
                "400 | {'watch_time': 0x1F, 'total_duration': 600}",
                "400 | {'watch_time': 1, 'watch_time': 2, 'total_duration': 600}",
                "400 | {'watch_time': 1, 'total_duration': 600} {}",
                "400 | {'watch_time': 1, 'total_duration': 600,}",
                "400 | watch_time=1&total_duration=600",
                "400 | <xml/>",
                // JSON of another shape.
                "422 | null",
                "422 | 5",
                "422 | true",
                "422 | \"text\"",
                "422 | []",
                "422 | [{'watch_time': 1, 'total_duration': 600}]",
                "422 | {}",
                // Numbers.
                "422 | {'watch_time': '1', 'total_duration': 600}",
                "422 | {'watch_time': null, 'total_duration': 600}",
                "422 | {'watch_time': true, 'total_duration': 600}",
                "422 | {'watch_time': [1], 'total_duration': 600}",
                "422 | {'watch_time': {'$gt': 0}, 'total_duration': 600}",
                "422 | {'watch_time': 'NaN', 'total_duration': 600}",
                "422 | {'watch_time': -1, 'total_duration': 600}",
                "422 | {'watch_time': -1e-3, 'total_duration': 600}",
                "422 | {'watch_time': 1e999, 'total_duration': 600}",
                "422 | {'watch_time': 1e2147483647, 'total_duration': 600}",
                "422 | {'watch_time': 9223372036854775808, 'total_duration': 600}",
                "422 | {'watch_time': 1, 'total_duration': 1e999}",
                "422 | {'watch_time': 1, 'total_duration': -600}",
                "422 | {'watch_time': 0, 'total_duration': 0}",
                "422 | {'watch_time': 601, 'total_duration': 600}",
                "422 | {'watch_time': 1, 'total_duration': 1}",
                // What is optional.
                "422 | {'watch_time': 1, 'total_duration': 600, 'event': 'exploding'}",
                "422 | {'watch_time': 1, 'total_duration': 600, 'event': 'PLAYING'}",
                "422 | {'watch_time': 1, 'total_duration': 600, 'event': 0}",
                "422 | {'watch_time': 1, 'total_duration': 600, 'event_id': 'x'}",
                "422 | {'watch_time': 1, 'total_duration': 600, 'event_id': '1-1-1-1-1'}",
                "422 | {'watch_time': 1, 'total_duration': 600, 'session_id': ''}",
                "422 | {'watch_time': 1, 'total_duration': 600, 'session_id': '../..'}",
                "422 | {'watch_time': 1, 'total_duration': 600, 'session_id': 'a\\u0000'}",
                "422 | {'watch_time': 1, 'total_duration': 600, 'device_id': '\\ud800'}",
                "422 | {'watch_time': 1, 'total_duration': 600, 'sequence': -1}",
                "422 | {'watch_time': 1, 'total_duration': 600, 'sequence': 1e3}",
                "422 | {'watch_time': 1, 'total_duration': 600, 'sequence': 92233720368547758080}",
                "422 | {'watch_time': 1, 'total_duration': 600, 'playback_rate': -1}",
                "422 | {'watch_time': 1, 'total_duration': 600, 'playback_rate': 1e999}",
                "422 | {'watch_time': 1, 'total_duration': 600, 'occurred_at': 1763712000000}",
                "422 | {'watch_time': 1, 'total_duration': 600, 'occurred_at': '2026-13-45T99:99:99Z'}",
                "422 | {'watch_time': 1, 'total_duration': 600, 'occurred_at': '9999-12-31T23:59:59Z'}",
                "422 | {'watch_time': 1, 'total_duration': 600, 'occurred_at': '+999999999-12-31T23:59:59Z'}",
                "422 | {'watch_time': 1, 'total_duration': 600, 'sent_at': 'now'}",
                "422 | {'watch_time': 1, 'total_duration': 600, 'played': 'all'}",
                "422 | {'watch_time': 1, 'total_duration': 600, 'played': [[[0, 1]]]}",
                "422 | {'watch_time': 1, 'total_duration': 600, 'student_id': 5}",
                "403 | {'watch_time': 1, 'total_duration': 600, 'student_id': ''}",
                // Odd, and right.
                "202 | {'watch_time': -0, 'total_duration': 600}",
                "202 | {'watch_time': 1e-999999, 'total_duration': 600}",
                "202 | {'watch_time': 6E+2, 'total_duration': 600.0}",
                "202 | {'watch_time': 1, 'total_duration': 600, 'event': null, 'played': null, 'unknown': [{}]}"
            })
    void whatever_is_in_it(int status, String body) {
        assertAnswered(status, watch(body.replace('\'', '"')));
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 1_000, 100_000})
    void however_deep_it_is(int depth) {
        assertAnswered(400, watch("{\"a\": " + "[".repeat(depth) + "]".repeat(depth) + "}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 500_000})
    void however_long_its_numbers_are(int digits) {
        assertAnswered(400, watch("{\"watch_time\": " + "9".repeat(digits) + ", \"total_duration\": 600}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {129, 500_000})
    void however_long_its_text_is(int length) {
        assertAnswered(
                422,
                watch("{\"watch_time\": 1, \"total_duration\": 600, \"session_id\": \"" + "s".repeat(length) + "\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "7b22ff223a317d", "00", "fffe7b007d00", "c0af"})
    void whatever_its_bytes_are(String hex) {
        Answer answer = ingest.as(TokenRequest.student("ana"))
                .watchTime("v", BodyPublishers.ofByteArray(HexFormat.of().parseHex(hex)));

        assertThat(answer.status()).as(answer.body()).isIn(400, 422);
    }

    @ParameterizedTest
    @CsvSource({
        "a%2Fb, 400",
        "%2e%2e, 400",
        "a%00b, 400",
        "a%0ab, 400",
        "v;x=1, 400",
        "a%5Cb, 400",
        "mock, 404",
        "session, 404",
        "course:c, 404",
        "%F0%9F%8E%AC, 404",
        "%FF, 400"
    })
    void whatever_the_path_names(String video, int status) {
        Answer answer = ingest.as(TokenRequest.student("ana")).watchTime(video, Bodies.watched(1));

        assertThat(answer.status()).as(video + answer.body()).isEqualTo(status);
        answer.isProblem(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{'title': 5}",
                "{'title': 'T', 'chapters': {}}",
                "{'title': 'T', 'chapters': [[]]}",
                "{'title': 'T', 'chapters': [null]}",
                "{'title': 'T', 'completion': []}",
                "{'title': 'T', 'completion': {'rule': 5, 'video_threshold': 1.5}}",
                "{'title': 'T', 'chapters': [{'id': 'c', 'title': 'C', 'materials': [{'id': {}, 'duration': 1e999}]}]}",
                "{'title': '\\u0000'}",
                "{'title': '\\ud800'}"
            })
    void whatever_a_course_is(String body) {
        ingest.as(TokenRequest.admin("root"))
                .putCourse("x", body.replace('\'', '"'))
                .isProblem(422);
    }

    private static Answer watch(String body) {
        return ingest.as(TokenRequest.student("ana")).watchTime("v", body);
    }

    private static void assertAnswered(int status, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        if (status != 202) {
            answer.isProblem(status);
        }
    }
}
