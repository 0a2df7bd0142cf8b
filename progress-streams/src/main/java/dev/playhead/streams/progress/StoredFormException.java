package dev.playhead.streams.progress;

/// Stored bytes that are no state of this release.
public final class StoredFormException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoredFormException(String message) {
        super(message);
    }

    StoredFormException(String message, Throwable cause) {
        super(message, cause);
    }
}
