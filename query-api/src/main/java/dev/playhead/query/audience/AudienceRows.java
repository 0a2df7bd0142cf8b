package dev.playhead.query.audience;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/// What all students together did, from the rows.
final class AudienceRows {
    /// One statement, so that a curve is never of more viewers than there are.
    static final String OF_VIDEO = """
            select viewers, views, completions, watched_ms, furthest_basis_points, retention, heat, exits
            from audience
            left join audience_curve on audience_curve.material_id = audience.material_id
            where audience.material_id = ?
            """;

    static final String OF_VIDEOS = """
            select material_id, viewers, views, completions, watched_ms, furthest_basis_points
            from audience
            where material_id = any(?)
            """;

    static final String OF_COURSE = """
            select
                (select count(*) from course_progress where course_id = ?) as started,
                (select count(*) from course_progress where course_id = ? and completed_at is not null) as completed
            """;

    private final JdbcTemplate jdbc;

    AudienceRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Known ofVideo(String video) {
        List<Curve> curves = new ArrayList<>();
        List<Totals> totals = jdbc.query(
                OF_VIDEO,
                (row, number) -> {
                    if (row.getArray("retention") != null) {
                        curves.add(curve(row));
                    }
                    return totals(row);
                },
                video);
        return totals.isEmpty() ? Known.NOTHING : new Known(totals.getFirst(), curves);
    }

    /// By video; without those that nobody watched.
    Map<String, Totals> ofVideos(Collection<String> videos) {
        Map<String, Totals> known = new HashMap<>();
        Object ids = videos.toArray(String[]::new);
        jdbc.query(
                OF_VIDEOS,
                row -> {
                    known.put(row.getString("material_id"), totals(row));
                },
                ids);
        return known;
    }

    Attendance ofCourse(String course) {
        return jdbc.query(
                        OF_COURSE,
                        (row, number) -> new Attendance(row.getLong("started"), row.getLong("completed")),
                        course,
                        course)
                .getFirst();
    }

    private static Totals totals(ResultSet row) throws SQLException {
        return new Totals(
                row.getLong("viewers"),
                row.getLong("views"),
                row.getLong("completions"),
                row.getLong("watched_ms"),
                row.getLong("furthest_basis_points"));
    }

    private static Curve curve(ResultSet row) throws SQLException {
        return new Curve(counts(row, "retention"), counts(row, "heat"), counts(row, "exits"));
    }

    private static long[] counts(ResultSet row, String column) throws SQLException {
        Array stored = row.getArray(column);
        Long[] counts = (Long[]) stored.getArray();
        long[] plain = new long[counts.length];
        for (int bucket = 0; bucket < plain.length; bucket++) {
            plain[bucket] = counts[bucket];
        }
        return plain;
    }
}
