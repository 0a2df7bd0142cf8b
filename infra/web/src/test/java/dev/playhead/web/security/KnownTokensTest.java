package dev.playhead.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

class KnownTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final AtomicInteger checks = new AtomicInteger();
    private final KnownTokens tokens = new KnownTokens(this::check, times(), Duration.ofMinutes(5));

    @Test
    void a_signature_is_checked_once() {
        var first = tokens.decode("ana");

        assertThat(tokens.decode("ana")).isSameAs(first);
        assertThat(checks).hasValue(1);
    }

    @Test
    void one_is_not_taken_for_another() {
        assertThat(tokens.decode("ana").getSubject()).isEqualTo("ana");
        assertThat(tokens.decode("bob").getSubject()).isEqualTo("bob");
    }

    @Test
    void a_known_one_that_has_expired_is_checked_again() {
        tokens.decode("ana");
        now.set(NOW.plusSeconds(61));

        tokens.decode("ana");

        assertThat(checks).hasValue(2);
    }

    @Test
    void one_that_was_refused_is_not_remembered() {
        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);

        assertThat(checks).hasValue(2);
    }

    private Jwt check(String token) {
        checks.incrementAndGet();
        if (token.equals("bad")) {
            throw new BadJwtException("bad");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "HS256")
                .subject(token)
                .issuedAt(NOW)
                .expiresAt(NOW.plusSeconds(60))
                .build();
    }

    private JwtTimestampValidator times() {
        var times = new JwtTimestampValidator(Duration.ZERO);
        times.setClock(new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        });
        return times;
    }
}
