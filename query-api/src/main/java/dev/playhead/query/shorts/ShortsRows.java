package dev.playhead.query.shorts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/// What the rows say of shorts: one query, however many they are.
final class ShortsRows {
    static final String OF_SHORTS = """
            select coalesce(own.material_id, counted.material_id) as material_id,
                own.furthest_ms, own.duration_ms, own.completed_at, own.liked,
                counted.viewers, counted.likes, counted.shares
            from (
                select material_id, furthest_ms, duration_ms, completed_at, liked
                from material_progress
                where student_id = ? and material_id = any(?)
            ) as own
            full join (
                select material_id, viewers, likes, shares
                from audience
                where material_id = any(?)
            ) as counted on counted.material_id = own.material_id
            """;

    private final JdbcTemplate jdbc;

    ShortsRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// By short; without those of which the rows say nothing.
    Map<String, Known> of(String student, Collection<String> shorts) {
        Map<String, Known> known = new HashMap<>();
        if (shorts.isEmpty()) {
            return known;
        }
        String[] ids = shorts.toArray(String[]::new);
        jdbc.query(
                OF_SHORTS,
                row -> {
                    known.put(row.getString("material_id"), known(row));
                },
                student,
                ids,
                ids);
        return known;
    }

    /// What a side of the join lacks is null there, and so zero or false here.
    private static Known known(ResultSet row) throws SQLException {
        row.getLong("completed_at");
        boolean isCompleted = !row.wasNull();
        return new Known(
                row.getLong("furthest_ms"),
                row.getLong("duration_ms"),
                isCompleted,
                row.getBoolean("liked"),
                row.getLong("viewers"),
                row.getLong("likes"),
                row.getLong("shares"));
    }
}
