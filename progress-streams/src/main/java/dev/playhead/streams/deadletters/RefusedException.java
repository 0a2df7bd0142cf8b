package dev.playhead.streams.deadletters;

/// It cannot be done as things are. The message is for whoever asked: what is wrong, where, what to
/// do.
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitStatus status;

    RefusedException(ExitStatus status, String message) {
        super(message);
        this.status = status;
    }

    RefusedException(ExitStatus status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    ExitStatus status() {
        return status;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
