package dev.playhead.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.web.sample.OnRealHttp;
import dev.playhead.web.sample.RawHttp;
import dev.playhead.web.sample.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The sample service takes no WebSocket: whoever gets through gets its plain answer.
@OnRealHttp
class SocketOriginsIT {

    private final int port;

    SocketOriginsIT(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void the_token_may_be_the_subprotocol_after_bearer() {
        assertThat(status("Sec-WebSocket-Protocol: bearer, " + Tokens.student()))
                .isEqualTo("200");
        assertThat(status("Sec-WebSocket-Protocol: bearer\r\nSec-WebSocket-Protocol: " + Tokens.student()))
                .isEqualTo("200");
    }

    @Test
    void another_subprotocol_is_no_token() {
        for (var protocols :
                new String[] {"", "bearer", "chat, " + Tokens.student(), "bearer, x, " + Tokens.student()}) {
            assertThat(status("Sec-WebSocket-Protocol: " + protocols)).isEqualTo("401");
        }
    }

    @Test
    void without_an_upgrade_it_is_no_token_either() {
        var answer = RawHttp.answer(port, request("Sec-WebSocket-Protocol: bearer, " + Tokens.student()));

        assertThat(answer).startsWith("HTTP/1.1 401");
    }

    @Test
    void a_page_of_our_own_or_an_allowed_origin_may_and_another_may_not() {
        var token = "Authorization: Bearer " + Tokens.student() + "\r\nOrigin: ";

        assertThat(status(token + "https://player.example")).isEqualTo("200");
        assertThat(status(token + "http://127.0.0.1:" + port)).isEqualTo("200");
        for (var other : new String[] {
            "https://evil.example", "http://127.0.0.1", "http://127.0.0.1:" + port + ".evil.example", "null", "::"
        }) {
            assertThat(status(token + other)).as(other).isEqualTo("403");
        }
    }

    private String status(String headers) {
        var answer = RawHttp.answer(port, request("Upgrade: websocket\r\n" + headers));
        return answer.split(" ", 3)[1];
    }

    private String request(String headers) {
        return "GET /api/me HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n" + headers + "\r\n";
    }
}
