package dev.playhead.testing.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final String SECRET = "a secret that has thirty-two bytes or more";
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private final Tokens tokens = new Tokens(SECRET, InstantSource.fixed(NOW));
    private final BadTokens bad = new BadTokens(SECRET, InstantSource.fixed(NOW));

    @Test
    void a_token_says_what_was_asked_for() throws Exception {
        String token = tokens.mint(TokenRequest.teacher("tor", "demo", "other")
                .ttl(Duration.ofMinutes(5))
                .issuer("https://id.example.com")
                .audience("playhead"));

        SignedJWT signed = verified(token);
        JWTClaimsSet claims = signed.getJWTClaimsSet();
        assertThat(signed.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.HS256);
        assertThat(claims.getSubject()).isEqualTo("tor");
        assertThat(claims.getStringListClaim("roles")).containsExactly("teacher");
        assertThat(claims.getStringListClaim("courses")).containsExactly("demo", "other");
        assertThat(claims.getIssueTime()).isEqualTo(NOW);
        assertThat(claims.getExpirationTime()).isEqualTo(NOW.plusSeconds(300));
        assertThat(claims.getIssuer()).isEqualTo("https://id.example.com");
        assertThat(claims.getAudience()).containsExactly("playhead");
    }

    @Test
    void what_was_not_asked_for_is_not_said() throws Exception {
        JWTClaimsSet claims = verified(tokens.mint(TokenRequest.student("ana"))).getJWTClaimsSet();

        assertThat(claims.getClaims()).containsOnlyKeys("sub", "roles", "iat", "exp");
    }

    @Test
    void a_short_secret_is_refused() {
        assertThatThrownBy(() -> new Tokens("short", InstantSource.system()))
                .hasMessageContaining("5 bytes")
                .hasMessageContaining("32");
    }

    @Test
    void each_bad_token_is_bad_in_its_way() throws Exception {
        TokenRequest ana = TokenRequest.student("ana");

        assertThat(verified(bad.expired(ana)).getJWTClaimsSet().getExpirationTime())
                .isBefore(NOW);
        assertThat(verified(bad.withoutSubject(ana)).getJWTClaimsSet().getSubject())
                .isNull();
        assertThat(SignedJWT.parse(bad.wronglySigned(ana)).verify(new MACVerifier(SECRET)))
                .isFalse();
        assertThat(JWTParser.parse(bad.unsigned(ana))).isInstanceOf(PlainJWT.class);
    }

    private static SignedJWT verified(String token) throws Exception {
        SignedJWT signed = SignedJWT.parse(token);
        assertThat(signed.verify(new MACVerifier(SECRET))).isTrue();
        return signed;
    }
}
