package dev.playhead.query.projection;

import java.time.InstantSource;

/// What every run of a topic's projection works with.
record ProjectionParts(
        String topic,
        RecordReader reader,
        ProjectionStore store,
        ProjectionMetrics metrics,
        CommitListener listener,
        InstantSource clock) {}
