package dev.playhead.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.web.sample.Calls;
import dev.playhead.web.sample.SampleApplication;
import dev.playhead.web.sample.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// A service that sets nothing but its secret.
class WebDefaultsIT {

    private final ConfigurableApplicationContext service = SpringApplication.run(
            SampleApplication.class, "--server.port=0", "--playhead.auth.secret=" + Tokens.SECRET);
    private final Calls calls =
            new Calls(Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port")));

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void requests_run_on_virtual_threads() {
        assertThat(calls.get("/api/thread").body()).isEqualTo("true");
    }

    @Test
    void management_is_nowhere() {
        assertThat(calls.get("/actuator/health").statusCode()).isEqualTo(404);
        assertThat(service.getEnvironment().getProperty("local.management.port"))
                .isNull();
    }

    @Test
    void no_other_origin_is_allowed() {
        var response = Calls.send(calls.to("/api/me").header("Origin", "https://player.example"));

        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void a_body_may_have_a_mebibyte() {
        var body = BodyPublishers.ofByteArray(new byte[1024 * 1024]);
        var tooLarge = BodyPublishers.ofByteArray(new byte[1024 * 1024 + 1]);

        assertThat(Calls.send(calls.to("/api/length").POST(body)).statusCode()).isEqualTo(200);
        assertThat(Calls.send(calls.to("/api/length").POST(tooLarge)).statusCode())
                .isEqualTo(413);
    }
}
