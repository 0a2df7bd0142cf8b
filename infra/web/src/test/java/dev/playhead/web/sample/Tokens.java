package dev.playhead.web.sample;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

/// Tokens as an identity provider would sign them.
public final class Tokens {

    public static final String SECRET = "a-secret-for-tests-of-forty-eight-bytes-exactly!";
    public static final String ISSUER = "https://issuer.example";
    public static final String AUDIENCE = "playhead";

    private Tokens() {}

    public static String student() {
        return of(claims -> claims);
    }

    public static String teacherOf(String course) {
        return of(claims ->
                claims.subject("tom").claim("roles", List.of("teacher")).claim("courses", List.of(course)));
    }

    public static String of(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(JWSAlgorithm.HS256, mac(SECRET.getBytes(StandardCharsets.UTF_8)), change);
    }

    public static String signed(JWSAlgorithm algorithm, JWSSigner signer, UnaryOperator<JWTClaimsSet.Builder> change) {
        var token =
                new SignedJWT(new JWSHeader(algorithm), change.apply(claims()).build());
        try {
            token.sign(signer);
        } catch (JOSEException refused) {
            throw new IllegalArgumentException(refused);
        }
        return token.serialize();
    }

    public static MACSigner mac(byte[] secret) {
        try {
            return new MACSigner(secret);
        } catch (JOSEException refused) {
            throw new IllegalArgumentException(refused);
        }
    }

    public static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("ana")
                .claim("roles", List.of("student"))
                .expirationTime(in(Duration.ofMinutes(5)));
    }

    public static Date in(Duration fromNow) {
        return Date.from(Instant.now().plus(fromNow));
    }
}
