package dev.playhead.ingest.hostile;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.playhead.ingest.RunningIngest;
import dev.playhead.testing.tokens.TokenRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Who may not call.
final class HostileTokens {
    private static final byte[] SECRET = RunningIngest.SECRET.getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER_SECRET =
            "another secret of sixty-four bytes, so that it is long enough for all".getBytes(StandardCharsets.UTF_8);

    private HostileTokens() {}

    static Stream<Hostile> all() {
        return Stream.of(headers(), tokens(), roles()).flatMap(cases -> cases);
    }

    private static Stream<Hostile> headers() {
        String mine = Target.STUDENT;
        return Stream.of(
                        "X-None: x",
                        "Authorization:",
                        "Authorization: Bearer",
                        "Authorization: Bearer ",
                        "Authorization: " + mine,
                        "Authorization: Basic YW5hOmFuYQ==",
                        "Authorization: Token " + mine,
                        "Authorization: Bearer" + mine,
                        "Authorization: Bearer  " + mine,
                        "Authorization: Bearer " + mine + " x",
                        "Authorization: Bearer \"" + mine + "\"",
                        "Authorization: Bearer " + mine + "," + mine,
                        "Authorization: bearer eyJhbGciOiJub25lIn0.e30.",
                        "Authorization: BEARER x",
                        "Authorization: Bearer ä",
                        "Authorization: Bearer a.b.c",
                        "Authorization: Bearer ..",
                        "Authorization: Bearer " + "a.".repeat(200) + "a",
                        "Authorization: Bearer " + mine + "\r\nAuthorization: Bearer " + Target.ADMIN,
                        "Authorization: Bearer " + mine + "\r\nAuthorization: Bearer " + mine,
                        "Authorization: Basic x\r\nAuthorization: Bearer " + mine,
                        "Cookie: access_token=" + mine,
                        "Proxy-Authorization: Bearer " + mine,
                        "X-Forwarded-User: ana\r\nX-User: ana")
                .map(header -> watch(header, 401, 400));
    }

    private static Stream<Hostile> tokens() {
        String[] student = Target.STUDENT.split("\\.");
        String[] admin = Target.ADMIN.split("\\.");
        return Stream.of(
                        student[0] + "." + admin[1] + "." + student[2],
                        student[0] + "." + student[1] + ".",
                        student[0] + "." + student[1],
                        student[0] + "." + student[1] + "." + student[2] + "." + student[2],
                        Target.STUDENT.substring(0, Target.STUDENT.length() - 5),
                        new PlainJWT(claims().build()).serialize(),
                        signed(JWSAlgorithm.HS256, OTHER_SECRET, same()),
                        signed(JWSAlgorithm.HS384, OTHER_SECRET, same()),
                        signed(JWSAlgorithm.HS512, OTHER_SECRET, same()),
                        sound(claims -> claims.expirationTime(in(Duration.ofMinutes(-1)))),
                        sound(claims -> claims.expirationTime(null)),
                        sound(claims -> claims.claim("exp", "never")),
                        sound(claims -> claims.expirationTime(new Date(Long.MIN_VALUE))),
                        sound(claims -> claims.notBeforeTime(in(Duration.ofMinutes(1)))),
                        sound(claims -> claims.issuer("https://evil.example")),
                        sound(claims -> claims.issuer(null)),
                        sound(claims -> claims.claim("iss", List.of(Target.ISSUER))),
                        sound(claims -> claims.audience("another")),
                        sound(claims -> claims.audience((String) null)),
                        sound(claims -> claims.subject(null)),
                        sound(claims -> claims.subject("")),
                        sound(claims -> claims.subject("a b")),
                        sound(claims -> claims.subject("a/b")),
                        sound(claims -> claims.subject("a\u0000b")),
                        sound(claims -> claims.subject("s".repeat(256))),
                        sound(claims -> claims.claim("sub", Map.of("id", "ana"))),
                        withHeader(header -> header.criticalParams(java.util.Set.of("made-up"))))
                .map(token -> watch(Target.bearer(token), 401));
    }

    private static Stream<Hostile> roles() {
        return Stream.of(
                        sound(claims -> claims.claim("roles", null)),
                        sound(claims -> claims.claim("roles", List.of())),
                        sound(claims -> claims.claim("roles", 5)),
                        sound(claims -> claims.claim("roles", Map.of("student", true))),
                        sound(claims -> claims.claim("roles", List.of(List.of("student")))),
                        sound(claims -> claims.claim("roles", List.of("students"))),
                        sound(claims -> claims.claim("roles", "student,admin")),
                        Target.token(TokenRequest.teacher("ted", "*")),
                        Target.ADMIN)
                .map(token -> watch(Target.bearer(token), 403));
    }

    private static Hostile watch(String headers, Integer... statuses) {
        String head = Target.line("POST " + Target.WATCH) + "\r\n" + Target.json() + "\r\n" + headers;
        return Hostile.of("caller " + headers, head, Hostile.latin(Target.SOUND), statuses);
    }

    private static String sound(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(JWSAlgorithm.HS256, SECRET, change);
    }

    private static UnaryOperator<JWTClaimsSet.Builder> same() {
        return claims -> claims;
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(Target.ISSUER)
                .audience(Target.AUDIENCE)
                .subject("ana")
                .claim("roles", List.of("student"))
                .expirationTime(in(Duration.ofMinutes(10)));
    }

    private static String signed(JWSAlgorithm algorithm, byte[] secret, UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(new JWSHeader(algorithm), secret, change.apply(claims()).build());
    }

    private static String withHeader(UnaryOperator<JWSHeader.Builder> change) {
        var header = change.apply(new JWSHeader.Builder(JWSAlgorithm.HS256)).build();
        return signed(header, SECRET, claims().build());
    }

    private static String signed(JWSHeader header, byte[] secret, JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalArgumentException(e);
        }
        return token.serialize();
    }

    private static Date in(Duration fromNow) {
        return Date.from(Instant.now().plus(fromNow));
    }
}
