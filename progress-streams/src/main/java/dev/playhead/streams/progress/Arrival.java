package dev.playhead.streams.progress;

/// How a heartbeat stands to what is known of its session.
sealed interface Arrival {
    /// The first of its session that came.
    ///
    /// @param followsOverdrawn whether it takes the place of a session without a name that said more
    ///     than can have been played
    record Opening(boolean followsOverdrawn) implements Arrival {}

    /// After all that its session had said.
    record Following(SessionCursor previous) implements Arrival {}

    /// Behind what its session had said: late, or once more.
    ///
    /// @param isNamed whether the client names its sessions, or silence parts them
    record Late(SessionCursor ahead, boolean isNamed) implements Arrival {}

    /// Of a session that may have been known once, and is no longer: nobody can tell whether this
    /// was counted.
    ///
    /// @param isOverdrawn whether such sessions said more than can have been played
    record Stray(boolean isOverdrawn) implements Arrival {}

    default boolean isView() {
        return this instanceof Opening;
    }
}
