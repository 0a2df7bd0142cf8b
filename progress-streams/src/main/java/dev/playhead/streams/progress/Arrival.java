package dev.playhead.streams.progress;

/// How a heartbeat stands to what is known of its session.
sealed interface Arrival {
    /// The first of its session that came.
    record Opening() implements Arrival {}

    /// After all that its session had said.
    record Following(SessionCursor previous) implements Arrival {}

    /// Behind what its session had said: late, or once more.
    record Late(SessionCursor ahead) implements Arrival {}

    /// Of a session that may have been known once, and is no longer: nobody can tell whether this
    /// was counted.
    record Stray() implements Arrival {}

    default boolean isView() {
        return this instanceof Opening;
    }
}
