package dev.playhead.web.security;

import dev.playhead.web.caller.CallerAuthentication;
import dev.playhead.web.caller.CallerClaims;
import java.time.Instant;
import java.util.Objects;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/// A valid token's caller. A token whose subject is no id of ours is refused as invalid.
record CallerConverter(CallerClaims claims) implements Converter<Jwt, AbstractAuthenticationToken> {

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        return claims.caller(token.getClaims())
                .map(caller -> new CallerAuthentication(caller, expiry(token)))
                .orElseThrow(() -> new InvalidBearerTokenException("the subject is not an id"));
    }

    /// The decoder lets no token through that has none.
    private static Instant expiry(Jwt token) {
        return Objects.requireNonNull(token.getExpiresAt());
    }
}
