package dev.playhead.web.security;

import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrorCodes;

/// What a caller is told about a token that was not taken. Only of a token whose signature holds is
/// it said why.
final class InvalidTokens {

    private static final int CAUSES_MAX = 10;

    private InvalidTokens() {}

    static String detail(AuthenticationException refusal) {
        if (refusal instanceof OAuth2AuthenticationException invalid
                && BearerTokenErrorCodes.INVALID_REQUEST.equals(
                        invalid.getError().getErrorCode())) {
            return "There is more than one token, or more than one Authorization header";
        }
        return Stream.<Throwable>iterate(refusal, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES_MAX)
                .filter(JwtValidationException.class::isInstance)
                .map(JwtValidationException.class::cast)
                .findFirst()
                .map(InvalidTokens::claim)
                .orElse("The token is not valid");
    }

    private static String claim(JwtValidationException invalid) {
        var reason = String.valueOf(invalid.getMessage()).toLowerCase(Locale.ROOT);
        if (reason.contains("expired")) {
            return "The token has expired";
        }
        return "A claim of the token is not valid (exp, nbf, iss or aud)";
    }
}
