package dev.playhead.web.security;

import dev.playhead.web.caller.Caller;
import dev.playhead.web.caller.CallerAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/// Who is calling, by the token: whom we remember, or as Spring checks it.
public final class KnownCallers {
    private static final String BEARER = "Bearer ";
    private static final String REFUSED = KnownCallers.class.getName();

    /// Three parts in Base64 for URLs, and nothing around them that a lenient reader would pass over.
    private static final Pattern USUAL = Pattern.compile(BEARER + "[\\w-]++\\.[\\w-]++\\.[\\w-]++");

    private final JwtDecoder decoder;
    private final Converter<Jwt, AbstractAuthenticationToken> callers;
    private final CallerMemory memory;

    KnownCallers(JwtDecoder decoder, Converter<Jwt, AbstractAuthenticationToken> callers, CallerMemory memory) {
        this.decoder = decoder;
        this.callers = callers;
        this.memory = memory;
    }

    /// Of a request that says it in the usual way, and rightly; for one that does not there are
    /// Security's filters, and their refusals.
    public @Nullable Caller of(HttpServletRequest request) {
        Enumeration<String> headers = request.getHeaders(HttpHeaders.AUTHORIZATION);
        String header = headers.hasMoreElements() ? headers.nextElement() : "";
        if (headers.hasMoreElements() || !USUAL.matcher(header).matches()) {
            return null;
        }
        try {
            return authenticate(header.substring(BEARER.length())) instanceof CallerAuthentication caller
                    ? caller.getPrincipal()
                    : null;
        } catch (AuthenticationException refused) {
            request.setAttribute(REFUSED, refused);
            return null;
        }
    }

    /// For Security's filters. What was refused just now is refused for the same reason: a key that
    /// nobody knows is asked for once.
    AuthenticationManager managerFor(HttpServletRequest request) {
        return request.getAttribute(REFUSED) instanceof AuthenticationException refused
                ? bearer -> {
                    throw refused;
                }
                : bearer -> authenticate(((BearerTokenAuthenticationToken) bearer).getToken());
    }

    private Authentication authenticate(String token) {
        var before = memory.recall(token);
        return before != null ? before : checked(token);
    }

    /// As Spring does it, with its errors.
    private Authentication checked(String token) {
        var read = new AtomicReference<Jwt>();
        var provider = new JwtAuthenticationProvider(text -> {
            read.set(decoder.decode(text));
            return read.get();
        });
        provider.setJwtAuthenticationConverter(callers);
        var caller = provider.authenticate(new BearerTokenAuthenticationToken(token));
        memory.remember(token, read.get(), caller);
        return caller;
    }
}
