package dev.playhead.streams.progress;

/// Stored bytes that are no state of this release.
public final class StoredFormException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoredFormException(String message) {
        super(message);
    }

    public StoredFormException(String message, Throwable cause) {
        super(message, cause);
    }
}
