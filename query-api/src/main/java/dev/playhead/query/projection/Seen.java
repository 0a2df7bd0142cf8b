package dev.playhead.query.projection;

/// What the database says of writes.
public enum Seen {
    /// All of them are in the rows.
    HELD,
    /// At least one is still to come.
    AWAITED,
    /// At least one could not be applied: however long one waits, it is not in the rows.
    LOST
}
