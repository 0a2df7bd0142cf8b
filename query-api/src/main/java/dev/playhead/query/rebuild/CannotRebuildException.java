package dev.playhead.query.rebuild;

import java.io.Serial;

/// It cannot be done as things are; the tables that are read are as they were. The message is for
/// whoever asked: what is in the way, and what to do.
final class CannotRebuildException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final ExitStatus status;

    CannotRebuildException(ExitStatus status, String message) {
        super(message);
        this.status = status;
    }

    CannotRebuildException(String message, Throwable cause) {
        super(message, cause);
        this.status = ExitStatus.NOT_POSSIBLE;
    }

    ExitStatus status() {
        return status;
    }
}
