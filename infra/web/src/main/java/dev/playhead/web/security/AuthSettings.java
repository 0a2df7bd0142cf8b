package dev.playhead.web.security;

import dev.playhead.web.caller.CallerClaims;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How tokens are checked.
///
/// @param secret signs and checks HS256 tokens where there is no identity provider; 32 bytes or more
/// @param issuer the `iss` that a token must have, where set
/// @param audience what a token's `aud` must name, where set
/// @param clockSkew how far the clocks of issuer and service may differ
/// @param claims the names of the claims that are read
@ConfigurationProperties("playhead.auth")
record AuthSettings(
        @Nullable String secret,
        @Nullable String issuer,
        @Nullable String audience,
        @DefaultValue("60s") Duration clockSkew,
        @DefaultValue CallerClaims claims) {

    /// Leaves the secret out, so that no log line can show it.
    @Override
    public String toString() {
        return "AuthSettings[issuer=%s, audience=%s, clockSkew=%s, claims=%s]"
                .formatted(issuer, audience, clockSkew, claims);
    }
}
