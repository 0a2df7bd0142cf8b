package dev.playhead.testing.parts;

/// What happens to a part's directory when it is closed.
public enum Keeping {
    /// It stays, and what is in it is written through to the disk.
    KEPT,
    /// It goes.
    EPHEMERAL
}
