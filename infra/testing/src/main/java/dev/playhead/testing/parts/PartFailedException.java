package dev.playhead.testing.parts;

/// A part did not start, did not stop or ended by itself. The message is for whoever runs it.
public final class PartFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PartFailedException(String message) {
        super(message);
    }

    public PartFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
