package dev.playhead.query.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// The students of a course, from the rows.
final class RosterRows {
    /// A student is in a course whose materials, as they are now, the student has begun, or has
    /// begun when it was another: then what was completed is still shown. The first students of
    /// all are among the first of each material, so that no more are looked at. Shares are summed
    /// with the decimals that [dev.playhead.query.progress.Shares] has.
    static final String PAGE = """
            with published as (
                select unnest(?::text[]) as material_id
            ), member as (
                select student_id
                from published
                cross join lateral (
                    select student_id
                    from material_progress
                    where material_progress.material_id = published.material_id and student_id > ? and begun
                    order by student_id
                    limit ?
                ) as begun
                union
                (
                    select student_id
                    from course_progress
                    where course_id = ? and student_id > ?
                    order by student_id
                    limit ?
                )
                order by student_id
                limit ?
            )
            select member.student_id, reached.shares, reached.last_watched_at, course_progress.completed_at
            from member
            cross join lateral (
                select
                    coalesce(sum(case
                        when completed_at is not null then 100
                        else least(100, round(furthest_ms::numeric(50, 30) * 100 / duration_ms, 30))
                    end), 0) as shares,
                    max(last_watched_at) as last_watched_at
                from material_progress
                where material_progress.student_id = member.student_id and material_id = any(?) and begun
            ) as reached
            left join course_progress
                on course_progress.student_id = member.student_id and course_progress.course_id = ?
            order by member.student_id
            """;

    private final JdbcTemplate jdbc;

    RosterRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// By id, those behind `after`.
    List<RosterRow> page(String course, Collection<String> materials, String after, int max) {
        String[] published = materials.toArray(String[]::new);
        return jdbc.query(
                PAGE, (row, number) -> row(row), published, after, max, course, after, max, max, published, course);
    }

    private static RosterRow row(ResultSet row) throws SQLException {
        return new RosterRow(
                row.getString("student_id"),
                row.getBigDecimal("shares"),
                time(row, "last_watched_at"),
                time(row, "completed_at"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        long epochMs = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(epochMs);
    }
}
