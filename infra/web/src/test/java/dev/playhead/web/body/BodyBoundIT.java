package dev.playhead.web.body;

import static dev.playhead.web.sample.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.web.sample.Calls;
import dev.playhead.web.sample.OnRealHttp;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnRealHttp
class BodyBoundIT {

    private static final int MAX = 64 * 1024;

    private final Calls calls;

    BodyBoundIT(@LocalServerPort int port) {
        this.calls = new Calls(port);
    }

    @Test
    void a_body_of_the_largest_size_is_read() {
        assertThat(post(BodyPublishers.ofByteArray(new byte[MAX])).body()).isEqualTo("" + MAX);
        assertThat(post(chunked(new byte[MAX])).body()).isEqualTo("" + MAX);
    }

    @Test
    void one_byte_more_is_413_where_the_length_is_said() {
        assertTooLarge(post(BodyPublishers.ofByteArray(new byte[MAX + 1])));
    }

    @Test
    void one_byte_more_is_413_where_it_comes_in_chunks() {
        assertTooLarge(post(chunked(new byte[MAX + 1])));
    }

    @Test
    void json_that_is_too_long_is_413_rather_than_malformed() {
        var json = "{\"title\": \"%s\"}".formatted("x".repeat(MAX)).getBytes(StandardCharsets.UTF_8);

        assertTooLarge(calls.post("/api/lenient", chunked(json)));
    }

    private HttpResponse<String> post(BodyPublisher body) {
        return Calls.send(calls.to("/api/length")
                .header("Content-Type", "application/octet-stream")
                .POST(body));
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    private static void assertTooLarge(HttpResponse<String> response) {
        assertProblem(response)
                .is(
                        413,
                        "too-large",
                        "The request is too large",
                        "The body is larger than the 65536 bytes that are allowed");
    }
}
