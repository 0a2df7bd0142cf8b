package dev.playhead.local.terminal;

/// It cannot be done as things are. The message is one line for whoever asked: what is wrong,
/// where, what to do.
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefusedException(String message) {
        super(message);
    }

    public RefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
