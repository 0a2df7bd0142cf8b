package dev.playhead.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/// Who is calling, by the token. A player sends the same one with every heartbeat, so whose
/// signature held is remembered for a minute; whether it is in time is asked at each call. Refusals
/// are not remembered.
final class KnownCallers implements AuthenticationManager {
    /// In characters of the tokens: some 8,000 callers, and with their claims about 20 MB.
    private static final long CHARS_MAX = 2 * 1024 * 1024;

    private static final Duration KEPT_MAX = Duration.ofMinutes(1);

    private final JwtDecoder decoder;
    private final Converter<Jwt, AbstractAuthenticationToken> callers;
    private final OAuth2TokenValidator<Jwt> times;
    private final Cache<String, Known> known;

    /// @param times whether a token is already, and still, valid
    /// @param keysKept how long a key counts that is no longer published
    KnownCallers(
            JwtDecoder decoder,
            Converter<Jwt, AbstractAuthenticationToken> callers,
            OAuth2TokenValidator<Jwt> times,
            Duration keysKept) {
        this.decoder = decoder;
        this.callers = callers;
        this.times = times;
        known = Caffeine.newBuilder()
                .maximumWeight(CHARS_MAX)
                .weigher((String token, Known caller) -> token.length())
                .expireAfterWrite(keysKept.compareTo(KEPT_MAX) < 0 ? keysKept : KEPT_MAX)
                .build();
    }

    @Override
    public Authentication authenticate(Authentication bearer) {
        var token = ((BearerTokenAuthenticationToken) bearer).getToken();
        var before = known.getIfPresent(token);
        return before != null && !times.validate(before.token()).hasErrors() ? before.caller() : checked(bearer, token);
    }

    /// As Spring does it, with its errors.
    private Authentication checked(Authentication bearer, String token) {
        var read = new AtomicReference<Jwt>();
        var provider = new JwtAuthenticationProvider(text -> {
            read.set(decoder.decode(text));
            return read.get();
        });
        provider.setJwtAuthenticationConverter(callers);
        var caller = provider.authenticate(bearer);
        known.put(token, new Known(read.get(), caller));
        return caller;
    }

    private record Known(Jwt token, Authentication caller) {}
}
