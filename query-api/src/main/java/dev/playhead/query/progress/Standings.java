package dev.playhead.query.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// What the rows say of a student.
final class Standings {
    /// By the primary key, whose first column is the student.
    static final String QUERY = """
            select material_id, position_ms, furthest_ms, duration_ms, watched_ms,
                last_watched_at, completed_at, attempt
            from material_progress
            where student_id = ? and material_id = any(?)
            """;

    private final JdbcTemplate jdbc;

    Standings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// By material; without those never watched. One query, by the primary key, however many are
    /// asked for.
    Map<String, Standing> of(String student, Collection<String> materials) {
        Map<String, Standing> standings = new HashMap<>();
        if (materials.isEmpty()) {
            return standings;
        }
        jdbc.query(
                QUERY,
                row -> {
                    standings.put(row.getString("material_id"), standing(row));
                },
                student,
                materials.toArray(String[]::new));
        return standings;
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
