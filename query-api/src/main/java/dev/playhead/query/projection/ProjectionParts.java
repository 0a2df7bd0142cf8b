package dev.playhead.query.projection;

import java.time.InstantSource;

/// What every run of the projection works with.
record ProjectionParts(
        String topic,
        ProgressReader reader,
        ProjectionStore store,
        ProjectionMetrics metrics,
        CommitListener listener,
        InstantSource clock) {}
