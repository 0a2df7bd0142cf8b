package dev.playhead.query.freshness;

import dev.playhead.query.projection.ActivitySeen;
import dev.playhead.query.projection.Seen;
import java.util.Map;
import java.util.function.LongSupplier;

/// Whether writes are in what a read sees.
record Held(ActivitySeen activitySeen, LongSupplier catalogPosition) {

    /// As the database says within the transaction at hand. The catalog in memory only moves on, so
    /// that what it holds now it holds in the read that follows.
    Seen now(ReadAfter after) {
        boolean isInCatalog = after.isInCatalog(catalogPosition.getAsLong());
        Seen activities = after.activities().isEmpty() ? Seen.HELD : activitySeen.ofAll(after.activities());
        return activities == Seen.HELD && !isInCatalog ? Seen.AWAITED : activities;
    }

    /// Whether it is time to look: what was seen may have been set aside.
    boolean mayBeBy(Map<Integer, Long> seen, ReadAfter after) {
        return after.isSeenBy(seen, catalogPosition.getAsLong());
    }
}
