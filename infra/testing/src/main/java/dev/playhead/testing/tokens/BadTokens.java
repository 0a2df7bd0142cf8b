package dev.playhead.testing.tokens;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;

/// Tokens that nobody may accept, each wrong in one way.
public final class BadTokens {
    // More than the minute of clock skew that verifiers commonly allow.
    private static final Duration LONG_AGO = Duration.ofDays(1);
    private static final String OTHER_SECRET = "another secret of thirty-two bytes or more";

    private final String secret;
    private final InstantSource clock;

    public BadTokens(String secret, InstantSource clock) {
        this.secret = secret;
        this.clock = clock;
    }

    public String expired(TokenRequest request) {
        InstantSource past = () -> clock.instant().minus(request.ttl()).minus(LONG_AGO);
        return new Tokens(secret, past).mint(request);
    }

    public String wronglySigned(TokenRequest request) {
        return new Tokens(OTHER_SECRET, clock).mint(request);
    }

    /// With the algorithm `none` and no signature.
    public String unsigned(TokenRequest request) {
        return new PlainJWT(Tokens.claims(request, clock.instant())).serialize();
    }

    public String withoutSubject(TokenRequest request) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder(Tokens.claims(request, clock.instant()))
                .subject(null)
                .build();
        return Tokens.signed(claims, secret.getBytes(StandardCharsets.UTF_8));
    }
}
