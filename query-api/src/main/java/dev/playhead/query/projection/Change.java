package dev.playhead.query.projection;

import dev.playhead.schemas.event.MaterialProgress;
import dev.playhead.schemas.id.ProgressKey;

/// What a record of progress does to the rows.
sealed interface Change {
    ProgressKey.OfMaterial key();

    long activityOffset();

    record Put(ProgressKey.OfMaterial key, long activityOffset, MaterialProgress value) implements Change {}

    record Gone(ProgressKey.OfMaterial key, long activityOffset) implements Change {}

    /// The one that stays of two of the same key, the other being the later in the log: as in the
    /// table, none from an older activity overwrites.
    default Change or(Change later) {
        return later.activityOffset() >= activityOffset() ? later : this;
    }
}
