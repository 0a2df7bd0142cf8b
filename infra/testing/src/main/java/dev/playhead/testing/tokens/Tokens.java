package dev.playhead.testing.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;

/// Mints the HS256 tokens of a stack that has a shared secret and no identity provider.
public final class Tokens {
    private static final int SECRET_BYTES_MIN = 32;

    private final byte[] secret;
    private final InstantSource clock;

    public Tokens(String secret, InstantSource clock) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
        if (this.secret.length < SECRET_BYTES_MIN) {
            throw new IllegalArgumentException(
                    "The secret has " + this.secret.length + " bytes; HS256 needs " + SECRET_BYTES_MIN + " or more");
        }
    }

    /// A token in its compact form, as it follows `Bearer`.
    public String mint(TokenRequest request) {
        return signed(claims(request, clock.instant()), secret);
    }

    static JWTClaimsSet claims(TokenRequest request, Instant now) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .subject(request.sub())
                .issuer(request.issuer())
                .audience(request.audience())
                .claim("roles", request.roles())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(request.ttl())));
        if (!request.courses().isEmpty()) {
            claims.claim("courses", request.courses());
        }
        return claims.build();
    }

    static String signed(JWTClaimsSet claims, byte[] secret) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(JOSEObjectType.JWT)
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalArgumentException("Cannot sign with this secret: " + e.getMessage(), e);
        }
        return token.serialize();
    }
}
