package dev.playhead.query.shorts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/// A student's sittings, from the rows.
final class SessionRows {
    /// By the primary key, backwards.
    static final String BEFORE = """
            select started_at, last_seen_at, shorts_watched, shorts_completed, swipes_up, swipes_down, watched_ms,
                current_material_id
            from shorts_session
            where student_id = ? and started_at < ?
            order by started_at desc
            limit ?
            """;

    private final JdbcTemplate jdbc;

    SessionRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// The latest first.
    ///
    /// @param beforeMs those that began before: epoch milliseconds
    List<SessionRow> before(String student, long beforeMs, int max) {
        return jdbc.query(BEFORE, (row, number) -> row(row), student, beforeMs, max);
    }

    private static SessionRow row(ResultSet row) throws SQLException {
        return new SessionRow(
                row.getLong("started_at"),
                row.getLong("last_seen_at"),
                row.getInt("shorts_watched"),
                row.getInt("shorts_completed"),
                row.getInt("swipes_up"),
                row.getInt("swipes_down"),
                row.getLong("watched_ms"),
                row.getString("current_material_id"));
    }
}
