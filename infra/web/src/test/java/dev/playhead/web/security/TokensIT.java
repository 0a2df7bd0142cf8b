package dev.playhead.web.security;

import static dev.playhead.web.sample.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.PlainJWT;
import dev.playhead.web.sample.Calls;
import dev.playhead.web.sample.OnRealHttp;
import dev.playhead.web.sample.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnRealHttp
class TokensIT {

    private static final byte[] SECRET = Tokens.SECRET.getBytes(StandardCharsets.UTF_8);

    private final Calls calls;

    TokensIT(@LocalServerPort int port) {
        this.calls = new Calls(port);
    }

    @Test
    void a_valid_token_says_who_is_calling() {
        var response = calls.getWith(Tokens.teacherOf("demo"), "/api/me");

        assertThat(Calls.json(response.body()))
                .isEqualTo(Map.of("subject", "tom", "roles", List.of("TEACHER"), "courses", List.of("demo")));
    }

    @Test
    void an_answer_sets_no_cookie_and_may_be_revalidated() {
        var response = calls.get("/api/versioned");

        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(response.headers().firstValue("Server")).isEmpty();
        assertThat(Calls.header(response, "ETag")).isEqualTo("\"7\"");
        assertThat(Calls.header(response, "Cache-Control")).isEqualTo("private, no-cache");
        assertThat(response.headers().allValues("Vary")).contains("Authorization");
        assertThat(Calls.send(calls.to("/api/versioned").header("If-None-Match", "\"7\""))
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/me", "/learning/api", "/xapi/statements", "/nowhere", "/actuator/health", "/error"})
    void without_a_token_every_path_is_401(String path) {
        var response = Calls.send(calls.anonymously(path));

        assertProblem(response)
                .is(
                        401,
                        "unauthorized",
                        "A valid token is needed",
                        "A bearer token is needed (Authorization: Bearer …)");
        assertThat(Calls.header(response, "WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void a_token_in_the_address_is_no_token() {
        assertThat(Calls.send(calls.anonymously("/api/me?access_token=" + Tokens.student()))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void an_expired_token_is_401_and_says_so() {
        assertRefused(Tokens.of(claims -> claims.expirationTime(Tokens.in(Duration.ofSeconds(-31)))), "has expired");
    }

    @Test
    void a_token_that_expired_within_the_clock_skew_is_taken() {
        var token = Tokens.of(claims -> claims.expirationTime(Tokens.in(Duration.ofSeconds(-20))));

        assertThat(calls.getWith(token, "/api/me").statusCode()).isEqualTo(200);
    }

    @Test
    void a_token_that_never_expires_is_refused() {
        assertRefused(Tokens.of(claims -> claims.expirationTime(null)), "A claim of the token is not valid");
    }

    @Test
    void a_token_of_tomorrow_is_refused() {
        assertRefused(
                Tokens.of(claims -> claims.notBeforeTime(Tokens.in(Duration.ofDays(1)))),
                "A claim of the token is not valid");
    }

    @Test
    void a_forged_token_is_refused() {
        var other = Tokens.mac("another-secret-of-at-least-thirty-two-bytes".getBytes(StandardCharsets.UTF_8));

        assertRefused(Tokens.signed(JWSAlgorithm.HS256, other, claims -> claims), "The token is not valid");
    }

    @Test
    void a_token_whose_claims_were_changed_is_refused() {
        var mine = Tokens.student().split("\\.", -1);
        var others = Tokens.teacherOf("*").split("\\.", -1);

        assertRefused(mine[0] + "." + others[1] + "." + mine[2], "The token is not valid");
    }

    @Test
    void a_token_with_no_signature_is_refused() {
        assertRefused(new PlainJWT(Tokens.claims().build()).serialize(), "The token is not valid");
    }

    @Test
    void a_token_of_another_algorithm_is_refused_even_with_the_right_secret() {
        assertRefused(
                Tokens.signed(JWSAlgorithm.HS384, Tokens.mac(SECRET), claims -> claims), "The token is not valid");
    }

    @Test
    void a_token_for_another_audience_is_refused() {
        assertRefused(Tokens.of(claims -> claims.audience("elsewhere")), "A claim of the token is not valid");
    }

    @Test
    void a_token_of_another_issuer_is_refused() {
        assertRefused(Tokens.of(claims -> claims.issuer("https://evil.example")), "A claim of the token is not valid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "a\nb", "a\u200bb"})
    void a_token_whose_subject_is_no_id_is_refused(String subject) {
        assertRefused(Tokens.of(claims -> claims.subject(subject)), "The token is not valid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer not-a-token", "Bearer a.b.c", "Bearer ", "Bearer ä", "bearer eyJ"})
    void what_is_no_token_is_refused(String header) {
        var response = Calls.send(calls.anonymously("/api/me").header("Authorization", header));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("\"type\":\"urn:playhead:problem:unauthorized\"");
    }

    @Test
    void a_caller_without_the_role_is_403() {
        assertProblem(calls.get("/api/teachers"))
                .is(403, "forbidden", "The caller may not do this", "The role teacher or admin is needed");
        assertThat(calls.getWith(Tokens.teacherOf("demo"), "/api/teachers").statusCode())
                .isEqualTo(200);
    }

    private void assertRefused(String token, String why) {
        var response = calls.getWith(token, "/api/me");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Calls.header(response, "WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(Calls.header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(response.body()).contains(why).doesNotContain(token.substring(0, 20));
    }
}
