package dev.playhead.query.projection;

import dev.playhead.schemas.event.CourseProgress;
import dev.playhead.schemas.event.MaterialProgress;
import dev.playhead.schemas.id.ProgressKey;

/// What a record of progress does to the rows.
public sealed interface Change {
    ProgressKey key();

    long activityOffset();

    record MaterialPut(ProgressKey.OfMaterial key, long activityOffset, MaterialProgress value) implements Change {}

    record MaterialGone(ProgressKey.OfMaterial key, long activityOffset) implements Change {}

    record CoursePut(ProgressKey.OfCourse key, long activityOffset, CourseProgress value) implements Change {}

    record CourseGone(ProgressKey.OfCourse key, long activityOffset) implements Change {}

    default boolean isPut() {
        return this instanceof MaterialPut || this instanceof CoursePut;
    }

    /// The one that stays of two of the same key, the other being the later in the log: as in the
    /// table, none from an older activity overwrites.
    default Change or(Change later) {
        return later.activityOffset() >= activityOffset() ? later : this;
    }
}
