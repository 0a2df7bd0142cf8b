package dev.playhead.ingest.activity;

import dev.playhead.schemas.event.Heartbeat;
import org.apache.avro.specific.SpecificRecord;

/// One thing that is to stand in a student's log.
///
/// @param student whose log it is; decides the partition
/// @param receivedAt epoch milliseconds, the record's timestamp
public record Activity(String student, SpecificRecord event, long receivedAt) {
    private static final long EVENT_BYTES = 1_024;
    private static final long SEGMENT_BYTES = 64;

    /// About what it takes in memory, and more than it takes on the wire.
    long bytes() {
        return EVENT_BYTES
                + (event instanceof Heartbeat heartbeat
                        ? SEGMENT_BYTES * heartbeat.getPlayed().size()
                        : 0);
    }
}
