package dev.playhead.query.projection;

import dev.playhead.schemas.event.CourseProgress;
import dev.playhead.schemas.event.MaterialShare;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.JdbcTemplate;

/// The rows of courses, written a batch at a time.
final class CourseTable {
    private final JdbcTemplate jdbc;

    CourseTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// @param puts at most one for a key
    void put(List<Change.CoursePut> puts) {
        if (puts.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                insert into course_progress as stored (
                    student_id, course_id, activity_offset,
                    overall_basis_points, materials, materials_completed, completed_at, attempt)
                select * from unnest(
                    ?::text[], ?::text[], ?::bigint[],
                    ?::int[], ?::int[], ?::int[], ?::bigint[], ?::int[])
                on conflict (student_id, course_id) do update set
                    activity_offset = excluded.activity_offset,
                    overall_basis_points = excluded.overall_basis_points,
                    materials = excluded.materials,
                    materials_completed = excluded.materials_completed,
                    completed_at = excluded.completed_at,
                    attempt = excluded.attempt
                where stored.activity_offset <= excluded.activity_offset
                """,
                Columns.of(puts, put -> put.key().student(), String[]::new),
                Columns.of(puts, put -> put.key().course(), String[]::new),
                Columns.of(puts, Change.CoursePut::activityOffset, Long[]::new),
                values(puts, CourseProgress::getOverallBasisPoints, Integer[]::new),
                values(puts, value -> value.getMaterials().size(), Integer[]::new),
                values(puts, CourseTable::completed, Integer[]::new),
                values(puts, CourseProgress::getCompletedAt, Long[]::new),
                values(puts, CourseProgress::getAttempt, Integer[]::new));
    }

    void delete(List<Change.CourseGone> gone) {
        if (gone.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                delete from course_progress as stored
                using unnest(?::text[], ?::text[], ?::bigint[])
                    as gone (student_id, course_id, activity_offset)
                where stored.student_id = gone.student_id
                    and stored.course_id = gone.course_id
                    and stored.activity_offset <= gone.activity_offset
                """,
                Columns.of(gone, each -> each.key().student(), String[]::new),
                Columns.of(gone, each -> each.key().course(), String[]::new),
                Columns.of(gone, Change.CourseGone::activityOffset, Long[]::new));
    }

    private static int completed(CourseProgress course) {
        return (int) course.getMaterials().stream()
                .filter(MaterialShare::getCompleted)
                .count();
    }

    private static <T> Object values(
            List<Change.CoursePut> puts, Function<CourseProgress, T> value, IntFunction<T[]> array) {
        return Columns.of(puts, put -> value.apply(put.value()), array);
    }
}
