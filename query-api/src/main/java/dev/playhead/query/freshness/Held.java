package dev.playhead.query.freshness;

import dev.playhead.query.projection.ActivitySeen;
import java.util.Map;
import java.util.function.LongSupplier;

/// Whether writes are in what a read sees.
record Held(ActivitySeen activitySeen, LongSupplier catalogPosition) {

    /// As the database says within the transaction at hand. The catalog in memory only moves on, so
    /// that what it holds now it holds in the read that follows.
    boolean now(ReadAfter after) {
        long catalog = catalogPosition.getAsLong();
        return after.isHeldBy(
                after.activity().isEmpty()
                        ? Map.of()
                        : activitySeen.of(after.activity().keySet()),
                catalog);
    }

    boolean by(Map<Integer, Long> seen, ReadAfter after) {
        return after.isHeldBy(seen, catalogPosition.getAsLong());
    }
}
