package dev.playhead.web.security;

import java.io.Serial;

/// The settings do not say what tokens are to be checked with. [KeySourceFailure] tells it to
/// whoever starts the service.
final class InvalidKeySource extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private static final String SETTINGS =
            """
            the shared secret %s (environment PLAYHEAD_AUTH_SECRET, %d bytes or more), or the identity provider's key \
            set %s (environment SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI)""".formatted(KeySource.SECRET, KeySource.SECRET_BYTES_MIN, KeySource.JWK_SET_URI);

    private final String action;

    private InvalidKeySource(String description, String action) {
        super(description);
        this.action = action;
    }

    static InvalidKeySource neither() {
        return new InvalidKeySource("Nothing is set to check callers' tokens with.", "Set one of: " + SETTINGS + ".");
    }

    static InvalidKeySource both() {
        return new InvalidKeySource(
                "Both a shared secret and a key set are set to check callers' tokens with.",
                "Set one of them alone: " + SETTINGS + ".");
    }

    static InvalidKeySource shortSecret(int bytes) {
        return new InvalidKeySource(
                "The secret %s has %d bytes; HS256 needs %d or more."
                        .formatted(KeySource.SECRET, bytes, KeySource.SECRET_BYTES_MIN),
                "Set a longer one (environment PLAYHEAD_AUTH_SECRET), for example what `openssl rand -base64 48` prints.");
    }

    String action() {
        return action;
    }
}
