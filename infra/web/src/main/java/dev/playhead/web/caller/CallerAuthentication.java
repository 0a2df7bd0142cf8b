package dev.playhead.web.caller;

import java.io.Serial;
import java.time.Instant;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// A [Caller] as Spring Security carries it. It keeps no token: nothing behind the door needs it.
public final class CallerAuthentication extends AbstractAuthenticationToken {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Caller caller;
    private final Instant expiresAt;

    public CallerAuthentication(Caller caller, Instant expiresAt) {
        super(List.of());
        this.caller = caller;
        this.expiresAt = expiresAt;
        setAuthenticated(true);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    /// When the token does: an answer that lasts must not outlast it.
    public Instant expiresAt() {
        return expiresAt;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return caller.subject();
    }
}
