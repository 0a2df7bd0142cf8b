package dev.playhead.query.start;

import java.io.Serial;

/// Something that the service needs is not there or not as it must be.
public final class CannotStartException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String action;

    CannotStartException(String what, String action, Throwable cause) {
        super(what, cause);
        this.action = action;
    }

    /// What whoever runs it can do about it.
    public String action() {
        return action;
    }
}
