package dev.playhead.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;

/// Who is calling, by tokens whose signature held a moment ago. A player sends the same one with every
/// heartbeat, so that is remembered for a minute; whether it is in time is asked at each call.
/// Refusals are not remembered.
final class CallerMemory {
    /// In characters of the tokens: some 8,000 callers, and with their claims about 20 MB.
    private static final long CHARS_MAX = 2 * 1024 * 1024;

    private static final Duration KEPT_MAX = Duration.ofMinutes(1);

    private final OAuth2TokenValidator<Jwt> times;
    private final Cache<String, Known> known;

    /// @param times whether a token is already, and still, valid
    /// @param keysKept how long a key counts that is no longer published
    CallerMemory(OAuth2TokenValidator<Jwt> times, Duration keysKept) {
        this.times = times;
        known = Caffeine.newBuilder()
                .maximumWeight(CHARS_MAX)
                .weigher((String token, Known caller) -> token.length())
                .expireAfterWrite(keysKept.compareTo(KEPT_MAX) < 0 ? keysKept : KEPT_MAX)
                .build();
    }

    @Nullable Authentication recall(String token) {
        var before = known.getIfPresent(token);
        return before != null && !times.validate(before.token()).hasErrors() ? before.caller() : null;
    }

    void remember(String token, Jwt read, Authentication caller) {
        known.put(token, new Known(read, caller));
    }

    private record Known(Jwt token, Authentication caller) {}
}
