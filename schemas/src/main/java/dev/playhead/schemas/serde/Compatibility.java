package dev.playhead.schemas.serde;

/// What a new version of a schema may not break, in the registry's words.
public enum Compatibility {
    /// New readers read all old values and old readers read all new ones: events, which are kept
    /// for good and read by others.
    FULL_TRANSITIVE,
    /// New readers read the last version's values: states, which are rewritten as they change.
    BACKWARD
}
