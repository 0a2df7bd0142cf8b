package dev.playhead.query.roster;

import dev.playhead.query.progress.Shares;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a course's students, by id.
///
/// @param next the cursor of the page behind this one; null of the last
record RosterAnswer(List<Student> students, @Nullable String next) {

    record Student(
            String studentId,
            BigDecimal overallProgress,
            boolean completed,
            @Nullable Instant lastWatched,
            @Nullable Instant completedAt) {

        /// @param materials how many the course has
        static Student of(RosterRow row, int materials) {
            return new Student(
                    row.student(),
                    Shares.percentage(Shares.mean(row.shares(), materials)),
                    row.completedAt() != null,
                    row.lastWatchedAt(),
                    row.completedAt());
        }
    }
}
