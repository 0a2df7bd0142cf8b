package dev.playhead.query.audience;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/// What was done on each day, from the rows.
final class DayRows {
    static final String BETWEEN = """
            select material_id, day, views, viewers, completions, watched_ms
            from audience_day
            where material_id = any(?) and day between ? and ?
            limit ?
            """;

    private final JdbcTemplate jdbc;

    DayRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// In any order.
    List<DayRow> of(Collection<String> videos, Days days, int max) {
        Object ids = videos.toArray(String[]::new);
        return jdbc.query(BETWEEN, (row, number) -> row(row), ids, days.from(), days.to(), max);
    }

    private static DayRow row(ResultSet row) throws SQLException {
        return new DayRow(
                row.getObject("day", LocalDate.class),
                row.getString("material_id"),
                row.getLong("views"),
                row.getLong("viewers"),
                row.getLong("completions"),
                row.getLong("watched_ms"));
    }
}
