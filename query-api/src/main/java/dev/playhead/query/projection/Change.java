package dev.playhead.query.projection;

import dev.playhead.schemas.event.Audience;
import dev.playhead.schemas.event.AudienceDay;
import dev.playhead.schemas.event.CourseProgress;
import dev.playhead.schemas.event.MaterialProgress;
import dev.playhead.schemas.event.ShortsSession;
import dev.playhead.schemas.id.ProgressKey;

/// What a record does to the rows.
public sealed interface Change {
    /// Which row: equal for changes of the same one.
    Object key();

    boolean isPut();

    /// The one that stays of two of the same key, the other being the later in the log.
    default Change or(Change later) {
        return later;
    }

    /// What a record of progress does.
    sealed interface OfProgress extends Change {
        @Override
        ProgressKey key();

        long activityOffset();

        /// As in the table, none from an older activity overwrites.
        @Override
        default Change or(Change later) {
            return later instanceof OfProgress other && other.activityOffset() < activityOffset() ? this : later;
        }
    }

    /// What was said of a key.
    sealed interface Put extends Change {
        @Override
        default boolean isPut() {
            return true;
        }
    }

    /// Nothing is said of a key any more.
    sealed interface Gone extends Change {
        @Override
        default boolean isPut() {
            return false;
        }
    }

    record MaterialPut(ProgressKey.OfMaterial key, long activityOffset, MaterialProgress value)
            implements OfProgress, Put {}

    record MaterialGone(ProgressKey.OfMaterial key, long activityOffset) implements OfProgress, Gone {}

    record CoursePut(ProgressKey.OfCourse key, long activityOffset, CourseProgress value) implements OfProgress, Put {}

    record CourseGone(ProgressKey.OfCourse key, long activityOffset) implements OfProgress, Gone {}

    record SessionPut(ProgressKey.OfSession key, long activityOffset, ShortsSession value) implements OfProgress, Put {}

    record SessionGone(ProgressKey.OfSession key, long activityOffset) implements OfProgress, Gone {}

    /// @param key the material
    record AudiencePut(String key, Audience value) implements Put {}

    /// @param key the material
    record AudienceGone(String key) implements Gone {}

    record DayPut(DayKey key, AudienceDay value) implements Put {}

    record DayGone(DayKey key) implements Gone {}
}
