package dev.playhead.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/// The token of the one `Authorization` header. Of two, Spring takes the first; who has looked at
/// the other one before us would have let somebody else in. A browser's WebSocket can have no such
/// header: its token is the subprotocol after `bearer`.
final class OneBearer implements BearerTokenResolver {

    private final BearerTokenResolver standard = new DefaultBearerTokenResolver();

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        if (Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)).size() > 1) {
            throw new OAuth2AuthenticationException(
                    BearerTokenErrors.invalidRequest("There is more than one Authorization header"));
        }
        var token = standard.resolve(request);
        return token == null && Upgrades.isWebSocket(request) ? subprotocol(request) : token;
    }

    private static @Nullable String subprotocol(HttpServletRequest request) {
        var protocols = Collections.list(request.getHeaders("Sec-WebSocket-Protocol")).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .toList();
        return protocols.size() == 2 && protocols.getFirst().equals("bearer") ? protocols.getLast() : null;
    }
}
