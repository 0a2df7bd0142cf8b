package dev.playhead.ingest.heartbeat;

/// One of a batch, as it was read.
sealed interface BatchElement {
    record Read(Said said) implements BatchElement {}

    /// @param why as a phrase
    record Unreadable(String why) implements BatchElement {}
}
