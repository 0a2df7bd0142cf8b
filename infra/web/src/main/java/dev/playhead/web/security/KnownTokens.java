package dev.playhead.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/// Remembers tokens whose signature held: a player sends the same one with every heartbeat, and to
/// check it costs more than all the rest of a request. Whether it is still in time is asked each
/// time; a key that is no longer published counts for as long as is kept here.
final class KnownTokens implements JwtDecoder {
    /// In characters of the tokens. As they lie in memory, with their claims, it is about 20 MB.
    private static final long CHARS_MAX = 2 * 1024 * 1024;

    private static final Duration KEPT_MAX = Duration.ofMinutes(1);

    private final JwtDecoder check;
    private final OAuth2TokenValidator<Jwt> times;
    private final Cache<String, Jwt> known;

    /// @param check asked of a token that is not known
    /// @param times whether a known one is still, and already, valid
    /// @param keysKept how long a key counts that is no longer published
    KnownTokens(JwtDecoder check, OAuth2TokenValidator<Jwt> times, Duration keysKept) {
        this.check = check;
        this.times = times;
        known = Caffeine.newBuilder()
                .maximumWeight(CHARS_MAX)
                .weigher((String token, Jwt read) -> token.length())
                .expireAfterWrite(keysKept.compareTo(KEPT_MAX) < 0 ? keysKept : KEPT_MAX)
                .build();
    }

    @Override
    public Jwt decode(String token) {
        var before = known.getIfPresent(token);
        if (before != null && !times.validate(before).hasErrors()) {
            return before;
        }
        var read = check.decode(token);
        known.put(token, read);
        return read;
    }
}
