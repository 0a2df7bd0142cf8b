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
/// @param keys how the identity provider is asked for its keys
@ConfigurationProperties("playhead.auth")
record AuthSettings(
        @Nullable String secret,
        @Nullable String issuer,
        @Nullable String audience,
        @DefaultValue("30s") Duration clockSkew,
        @DefaultValue CallerClaims claims,
        @DefaultValue Keys keys) {

    /// More would let a token live on that its issuer has long taken for dead.
    private static final Duration CLOCK_SKEW_MAX = Duration.ofMinutes(5);

    AuthSettings {
        if (clockSkew.isNegative() || clockSkew.compareTo(CLOCK_SKEW_MAX) > 0) {
            throw new IllegalArgumentException(
                    "playhead.auth.clock-skew (environment PLAYHEAD_AUTH_CLOCK_SKEW) must be from 0 s to 5 min");
        }
    }

    /// Leaves the secret out, so that no log line can show it.
    @Override
    public String toString() {
        return "AuthSettings[issuer=%s, audience=%s, clockSkew=%s, claims=%s, keys=%s]"
                .formatted(issuer, audience, clockSkew, claims, keys);
    }

    /// How the key set of an identity provider is kept.
    ///
    /// @param kept a key that the provider has removed is refused after this
    /// @param askedEvery the provider is asked twice at most in this, however many tokens name keys
    /// that nobody knows
    /// @param keptInOutage how long the keys last while the provider does not answer
    record Keys(
            @DefaultValue("5m") Duration kept,
            @DefaultValue("30s") Duration askedEvery,
            @DefaultValue("1h") Duration keptInOutage) {}
}
