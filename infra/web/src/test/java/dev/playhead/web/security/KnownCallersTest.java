package dev.playhead.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.playhead.web.caller.Caller;
import dev.playhead.web.caller.CallerClaims;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

class KnownCallersTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final JwtTimestampValidator times = new JwtTimestampValidator(Duration.ZERO);
    private final AtomicInteger checks = new AtomicInteger();
    private final KnownCallers callers = new KnownCallers(
            this::check,
            new CallerConverter(new CallerClaims("sub", "roles", "courses")),
            new CallerMemory(times, Duration.ofMinutes(5)));

    @BeforeEach
    void now() {
        timeIs(NOW);
    }

    @Test
    void a_signature_is_checked_once() {
        var first = caller("ana");

        assertThat(caller("ana")).isSameAs(first);
        assertThat(checks).hasValue(1);
    }

    @Test
    void one_is_not_taken_for_another() {
        assertThat(caller("ana").getName()).isEqualTo("ana");
        assertThat(caller("bob").getName()).isEqualTo("bob");
    }

    @Test
    void a_known_one_that_has_expired_is_checked_again() {
        caller("ana");
        timeIs(NOW.plusSeconds(61));

        caller("ana");

        assertThat(checks).hasValue(2);
    }

    @Test
    void one_that_was_refused_is_not_remembered() {
        assertThatThrownBy(() -> caller("bad")).isInstanceOf(InvalidBearerTokenException.class);
        assertThatThrownBy(() -> caller("bad")).isInstanceOf(InvalidBearerTokenException.class);

        assertThat(checks).hasValue(2);
    }

    @Test
    void one_that_was_signed_but_names_nobody_is_not_remembered_either() {
        assertThatThrownBy(() -> caller("no/body")).isInstanceOf(InvalidBearerTokenException.class);
        assertThatThrownBy(() -> caller("no/body")).isInstanceOf(InvalidBearerTokenException.class);

        assertThat(checks).hasValue(2);
    }

    @Test
    void a_request_is_its_callers() {
        assertThat(callers.of(request("Bearer a.na.x")))
                .extracting(Caller::subject)
                .isEqualTo("a.na.x");
        assertThat(callers.of(request("Bearer a.na.x")))
                .extracting(Caller::subject)
                .isEqualTo("a.na.x");
        assertThat(checks).hasValue(1);
    }

    @Test
    void a_request_that_is_to_be_refused_is_left_to_others_who_need_not_check_it_again() {
        var request = request("Bearer b.a.d");

        assertThat(callers.of(request)).isNull();
        assertThatThrownBy(() -> callers.managerFor(request).authenticate(new BearerTokenAuthenticationToken("b.a.d")))
                .isInstanceOf(InvalidBearerTokenException.class);
        assertThat(checks).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Basic a.n.a",
                "Bearer",
                "Bearer ",
                "Bearer ana",
                "Bearer  a.n.a",
                "Bearer a.n.a ",
                "Bearer a.n.a,b.o.b",
                "Bearer \"a.n.a\"",
                "bearer a.n.a",
                "Bearer a.n.a\n",
                "Bearer a..a"
            })
    void what_is_said_in_another_way_is_left_to_others(String authorization) {
        assertThat(callers.of(request(authorization))).isNull();
        assertThat(checks).hasValue(0);
    }

    @Test
    void who_says_nothing_or_two_things_is_left_to_others() {
        assertThat(callers.of(request())).isNull();
        assertThat(callers.of(request("Bearer a.n.a", "Bearer a.n.a"))).isNull();
        assertThat(checks).hasValue(0);
    }

    private static MockHttpServletRequest request(String... authorizations) {
        var request = new MockHttpServletRequest();
        for (var authorization : authorizations) {
            request.addHeader("Authorization", authorization);
        }
        return request;
    }

    private Authentication caller(String token) {
        return callers.managerFor(request()).authenticate(new BearerTokenAuthenticationToken(token));
    }

    private Jwt check(String token) {
        checks.incrementAndGet();
        if (token.equals("bad") || token.equals("b.a.d")) {
            throw new BadJwtException("bad");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "HS256")
                .subject(token)
                .issuedAt(NOW)
                .expiresAt(NOW.plusSeconds(60))
                .build();
    }

    private void timeIs(Instant now) {
        times.setClock(Clock.fixed(now, ZoneOffset.UTC));
    }
}
