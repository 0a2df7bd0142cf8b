package dev.playhead.web.sample;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
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
        return signed(new JWSHeader(algorithm), signer, change);
    }

    /// A student's, of one key of a set.
    public static String of(RSAKey key) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            return signed(header, new RSASSASigner(key), claims -> claims);
        } catch (JOSEException refused) {
            throw new IllegalArgumentException(refused);
        }
    }

    private static String signed(JWSHeader header, JWSSigner signer, UnaryOperator<JWTClaimsSet.Builder> change) {
        var token = new SignedJWT(header, change.apply(claims()).build());
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
