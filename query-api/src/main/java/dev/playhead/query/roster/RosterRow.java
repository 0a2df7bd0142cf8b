package dev.playhead.query.roster;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A student of a course.
///
/// @param shares the sum over the course's materials of the share that was reached, 0 to 100 each
/// @param lastWatchedAt null of who has begun none of those that the course now has
record RosterRow(
        String student,
        BigDecimal shares,
        @Nullable Instant lastWatchedAt,
        @Nullable Instant completedAt) {}
