package dev.playhead.web.security;

import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/// Where the keys come from that tokens are checked with: exactly one of the two.
sealed interface KeySource {

    String SECRET = "playhead.auth.secret";
    String JWK_SET_URI = "spring.security.oauth2.resourceserver.jwt.jwk-set-uri";
    int SECRET_BYTES_MIN = 32;

    record Secret(SecretKey key) implements KeySource {}

    record JwkSet(String uri) implements KeySource {}

    /// Reads and checks the settings.
    ///
    /// @throws InvalidKeySource where the settings do not name exactly one, or the secret is too short
    static KeySource of(Environment settings) {
        var secret = settings.getProperty(SECRET, "");
        var uri = settings.getProperty(JWK_SET_URI, "");
        if (StringUtils.hasText(secret) == StringUtils.hasText(uri)) {
            throw StringUtils.hasText(secret) ? InvalidKeySource.both() : InvalidKeySource.neither();
        }
        return StringUtils.hasText(uri) ? new JwkSet(uri) : secret(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static Secret secret(byte[] bytes) {
        if (bytes.length < SECRET_BYTES_MIN) {
            throw InvalidKeySource.shortSecret(bytes.length);
        }
        return new Secret(new SecretKeySpec(bytes, "HmacSHA256"));
    }
}
