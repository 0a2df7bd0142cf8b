package dev.playhead.ingest.heartbeat;

import tools.jackson.databind.JsonNode;

/// One of a batch, as it was read.
sealed interface BatchElement {
    record Read(JsonNode body) implements BatchElement {}

    /// @param why as a phrase
    record Unreadable(String why) implements BatchElement {}
}
