package dev.playhead.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.web.sample.OnRealHttp;
import dev.playhead.web.sample.RawHttp;
import dev.playhead.web.sample.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What Tomcat refuses before any of our code sees it, by a raw socket: a client library would not send it.
@OnRealHttp
class ServerErrorsIT {

    private final int port;

    ServerErrorsIT(@LocalServerPort int port) {
        this.port = port;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/<script> HTTP/1.1\r\nHost: a\r\n",
                "GET /api/%zz HTTP/1.1\r\nHost: a\r\n",
                "GET /api/a%2Fb HTTP/1.1\r\nHost: a\r\n",
                "GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\n",
                "GET /api/me HTTP/1.1\r\n",
                "GET /api/me HTTP/1.1\r\nHost: a\r\nHost: b\r\n",
                "POST /api/lenient HTTP/1.1\r\nHost: a\r\nContent-Length: many\r\n",
                "GET /api/me HTTP/1.1\r\nHost: a\r\nBad Header: x\r\n",
                "NO\u0001NSENSE\r\n",
            })
    void a_request_that_cannot_be_read_is_a_malformed_one(String request) {
        assertMalformed(RawHttp.answer(port, request));
    }

    @Test
    void headers_that_are_too_large_are_a_malformed_request() {
        assertMalformed(RawHttp.answer(
                port, "GET /api/me HTTP/1.1\r\nHost: a\r\nX-Large: %s\r\n".formatted("x".repeat(20 * 1024))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api//me", "/api/me;a=b", "/api/%2e%2e/me"})
    void a_path_that_the_firewall_refuses_is_a_malformed_request(String path) {
        assertMalformed(RawHttp.answer(
                port, "GET %s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\n".formatted(path, Tokens.student())));
    }

    private static void assertMalformed(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json")
                .contains("\"type\":\"urn:playhead:problem:malformed\"")
                .contains("\"success\":false")
                .doesNotContainIgnoringCase("tomcat")
                .doesNotContainIgnoringCase("<html")
                .doesNotContain("Exception");
    }
}
