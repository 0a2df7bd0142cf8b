package dev.playhead.web.security;

import java.util.concurrent.atomic.AtomicReference;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/// Who is calling, by the token: whom we remember, or as Spring checks it.
final class KnownCallers implements AuthenticationManager {

    private final JwtDecoder decoder;
    private final Converter<Jwt, AbstractAuthenticationToken> callers;
    private final CallerMemory memory;

    KnownCallers(JwtDecoder decoder, Converter<Jwt, AbstractAuthenticationToken> callers, CallerMemory memory) {
        this.decoder = decoder;
        this.callers = callers;
        this.memory = memory;
    }

    @Override
    public Authentication authenticate(Authentication bearer) {
        var token = ((BearerTokenAuthenticationToken) bearer).getToken();
        var before = memory.recall(token);
        return before != null ? before : checked(bearer, token);
    }

    /// As Spring does it, with its errors.
    private Authentication checked(Authentication bearer, String token) {
        var read = new AtomicReference<Jwt>();
        var provider = new JwtAuthenticationProvider(text -> {
            read.set(decoder.decode(text));
            return read.get();
        });
        provider.setJwtAuthenticationConverter(callers);
        var caller = provider.authenticate(bearer);
        memory.remember(token, read.get(), caller);
        return caller;
    }
}
