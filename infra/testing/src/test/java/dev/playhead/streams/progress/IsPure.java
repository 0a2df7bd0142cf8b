package dev.playhead.streams.progress;

import dev.playhead.schemas.event.Heartbeat;
import java.time.Instant;

/// What the rules allow.
record IsPure(Instant last) {
    IsPure advance(Heartbeat heartbeat) {
        return new IsPure(Instant.ofEpochMilli(heartbeat.getOccurredAt()));
    }
}
