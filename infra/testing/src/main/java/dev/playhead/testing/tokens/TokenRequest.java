package dev.playhead.testing.tokens;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a token says.
///
/// @param sub the user
/// @param courses that a teacher teaches, `*` for all; for a student those of the enrolment, where
/// that is checked
public record TokenRequest(
        String sub,
        List<String> roles,
        List<String> courses,
        Duration ttl,
        @Nullable String issuer,
        @Nullable String audience) {
    private static final Duration TTL = Duration.ofHours(1);

    public TokenRequest {
        roles = List.copyOf(roles);
        courses = List.copyOf(courses);
    }

    /// For an hour, with no courses, issuer or audience.
    public static TokenRequest of(String sub, String... roles) {
        return new TokenRequest(sub, List.of(roles), List.of(), TTL, null, null);
    }

    public static TokenRequest student(String sub) {
        return of(sub, "student");
    }

    public static TokenRequest teacher(String sub, String... courses) {
        return of(sub, "teacher").courses(List.of(courses));
    }

    public static TokenRequest admin(String sub) {
        return of(sub, "admin");
    }

    public TokenRequest courses(List<String> ids) {
        return new TokenRequest(sub, roles, ids, ttl, issuer, audience);
    }

    public TokenRequest ttl(Duration life) {
        return new TokenRequest(sub, roles, courses, life, issuer, audience);
    }

    public TokenRequest issuer(String iss) {
        return new TokenRequest(sub, roles, courses, ttl, iss, audience);
    }

    public TokenRequest audience(String aud) {
        return new TokenRequest(sub, roles, courses, ttl, issuer, aud);
    }
}
