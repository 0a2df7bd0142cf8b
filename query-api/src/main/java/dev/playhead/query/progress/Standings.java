package dev.playhead.query.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// What the rows say of a student: one query an answer, by the primary keys, whose first column is
/// the student. What was only liked was not begun.
final class Standings {
    static final String OF_MATERIALS = """
            select material_id, position_ms, furthest_ms, duration_ms, watched_ms,
                last_watched_at, completed_at, attempt
            from material_progress
            where student_id = ? and material_id = any(?) and begun
            """;

    /// With a row of no material for the course itself.
    static final String OF_COURSE = """
            select material_id, position_ms, furthest_ms, duration_ms, watched_ms,
                last_watched_at, completed_at, attempt
            from material_progress
            where student_id = ? and material_id = any(?) and begun
            union all
            select '', 0, 0, 0, 0, 0, completed_at, attempt
            from course_progress
            where student_id = ? and course_id = ?
            """;

    /// No index has this order: each heartbeat would have to write it anew.
    static final String BEGUN = """
            select material_id, position_ms, furthest_ms, duration_ms, watched_ms,
                last_watched_at, completed_at, attempt
            from material_progress
            where student_id = ? and begun
            order by last_watched_at desc, material_id
            limit ?
            """;

    private static final String THE_COURSE = "";

    private final JdbcTemplate jdbc;

    Standings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// By material; without those never watched.
    Map<String, Standing> of(String student, Collection<String> materials) {
        return materials.isEmpty() ? Map.of() : query(OF_MATERIALS, student, array(materials));
    }

    CourseStandings ofCourse(String student, String course, Collection<String> materials) {
        Map<String, Standing> standings = query(OF_COURSE, student, array(materials), student, course);
        Standing ofCourse = standings.remove(THE_COURSE);
        return new CourseStandings(standings, ofCourse == null ? null : ofCourse.completedAt());
    }

    /// All that the student has begun, by material, the last watched first.
    Map<String, Standing> begun(String student, int max) {
        return query(BEGUN, student, max);
    }

    private Map<String, Standing> query(String sql, Object... parameters) {
        Map<String, Standing> standings = new LinkedHashMap<>();
        jdbc.query(
                sql,
                row -> {
                    standings.put(row.getString("material_id"), standing(row));
                },
                parameters);
        return standings;
    }

    private static String[] array(Collection<String> materials) {
        return materials.toArray(String[]::new);
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getLong("position_ms"),
                row.getLong("furthest_ms"),
                row.getLong("duration_ms"),
                row.getLong("watched_ms"),
                row.getLong("last_watched_at"),
                nullable(row, "completed_at"),
                row.getInt("attempt"));
    }

    private static @Nullable Long nullable(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
