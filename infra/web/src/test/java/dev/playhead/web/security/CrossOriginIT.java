package dev.playhead.web.security;

import static dev.playhead.web.sample.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.web.sample.Calls;
import dev.playhead.web.sample.OnRealHttp;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnRealHttp
class CrossOriginIT {

    private final Calls calls;

    CrossOriginIT(@LocalServerPort int port) {
        this.calls = new Calls(port);
    }

    @Test
    void an_allowed_origin_may_ask_before_it_calls() {
        var response = preflight("https://player.example");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Calls.header(response, "Access-Control-Allow-Origin")).isEqualTo("https://player.example");
        assertThat(Calls.header(response, "Access-Control-Allow-Methods")).isEqualTo("GET,HEAD,POST,PUT,DELETE");
        assertThat(Calls.header(response, "Access-Control-Allow-Headers"))
                .contains("authorization", "content-type", "playhead-read-after");
        assertThat(response.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    void another_origin_may_not() {
        var response = preflight("https://evil.example");

        assertProblem(response)
                .is(
                        403,
                        "forbidden",
                        "The caller may not do this",
                        "The origin, method or headers are not allowed to pages of other sites (playhead.cors.origins)");
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void an_allowed_origin_may_read_our_headers_and_refusals_too() {
        var response = Calls.send(calls.anonymously("/api/me").header("Origin", "https://player.example"));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Calls.header(response, "Access-Control-Allow-Origin")).isEqualTo("https://player.example");
        assertThat(Calls.header(response, "Access-Control-Expose-Headers"))
                .contains("ETag", "Retry-After", "RateLimit", "Playhead-Written", "Playhead-Fresh");
        assertThat(response.headers().allValues("Vary")).contains("Origin", "Authorization");
    }

    private HttpResponse<String> preflight(String origin) {
        return Calls.send(calls.anonymously("/api/lenient")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type,playhead-read-after")
                .method("OPTIONS", BodyPublishers.noBody()));
    }
}
