package dev.playhead.query.roster;

import dev.playhead.query.progress.Shares;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a course's students, by id.
///
/// @param next the cursor of the page behind this one; null of the last
@Schema(name = "Roster", example = RosterAnswer.EXAMPLE)
record RosterAnswer(
        List<Student> students,

        @Schema(description = "For after; null where there are no more") @Nullable String next) {
    static final String EXAMPLE = """
            {"students": [{"student_id": "ana", "overall_progress": 35, "completed": false,
                           "last_watched": "2026-11-21T08:00:00Z", "completed_at": null}],
             "next": "AWFuYQ7S6Dc"}""";

    @Schema(name = "RosterStudent")
    record Student(
            String studentId,

            @Schema(description = "As in the student's own answer")
            BigDecimal overallProgress,

            boolean completed,

            @Schema(description = "Null where the student has begun nothing that the course now has") @Nullable Instant lastWatched,

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
