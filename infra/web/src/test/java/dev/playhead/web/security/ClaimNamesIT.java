package dev.playhead.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.web.sample.Calls;
import dev.playhead.web.sample.SampleApplication;
import dev.playhead.web.sample.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// An identity provider that has names of its own for what we read.
class ClaimNamesIT {

    private final ConfigurableApplicationContext service = SpringApplication.run(
            SampleApplication.class,
            "--server.port=0",
            "--playhead.auth.secret=" + Tokens.SECRET,
            "--playhead.auth.claims.subject=user_id",
            "--playhead.auth.claims.roles=groups",
            "--playhead.auth.claims.courses=https://school.example/teaches");
    private final Calls calls =
            new Calls(Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port")));

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void claims_are_read_by_the_names_that_are_set() {
        var token = Tokens.of(claims -> claims.subject("not this one")
                .claim("roles", List.of("admin"))
                .claim("user_id", "tom")
                .claim("groups", List.of("teacher", "staff"))
                .claim("https://school.example/teaches", List.of("demo")));

        assertThat(Calls.json(calls.getWith(token, "/api/me").body()))
                .isEqualTo(Map.of("subject", "tom", "roles", List.of("TEACHER"), "courses", List.of("demo")));
    }

    @Test
    void a_token_without_the_subject_that_is_set_is_refused() {
        assertThat(calls.getWith(Tokens.student(), "/api/me").statusCode()).isEqualTo(401);
    }
}
