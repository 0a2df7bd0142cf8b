package dev.playhead.query.running;

import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.testing.stack.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// What the tables hold, looked at from outside.
public final class Rows {
    private static final String SCHEMA = "projection";

    private final DataSource source;
    private final JdbcTemplate jdbc;

    public Rows(Sandbox sandbox) {
        this(sandbox.jdbcUrl(), sandbox.jdbcUser(), sandbox.jdbcPassword());
    }

    public Rows(String url, String user, String password) {
        source = new DriverManagerDataSource(url + "?currentSchema=" + SCHEMA, user, password);
        jdbc = new JdbcTemplate(source);
    }

    /// Of tables that no service has made: they are made here.
    public static Rows migrated(Sandbox sandbox) {
        Rows rows = new Rows(sandbox);
        Flyway.configure().dataSource(rows.source).schemas(SCHEMA).load().migrate();
        return rows;
    }

    public DataSource source() {
        return source;
    }

    public JdbcTemplate jdbc() {
        return jdbc;
    }

    /// By `student/material`.
    public Map<String, Long> positions() {
        Map<String, Long> positions = new TreeMap<>();
        jdbc.query("select student_id, material_id, position_ms from material_progress", row -> {
            positions.put(row.getString(1) + "/" + row.getString(2), row.getLong(3));
        });
        return positions;
    }

    /// By `student/course`: how many of its materials are completed, and in which attempt.
    public Map<String, String> courses() {
        Map<String, String> courses = new TreeMap<>();
        jdbc.query("select * from course_progress", row -> {
            courses.put(
                    row.getString("student_id") + "/" + row.getString("course_id"),
                    "%d of %d, %d bp, attempt %d, completed at %s"
                            .formatted(
                                    row.getInt("materials_completed"),
                                    row.getInt("materials"),
                                    row.getInt("overall_basis_points"),
                                    row.getInt("attempt"),
                                    row.getObject("completed_at")));
        });
        return courses;
    }

    /// The activities said to have been set aside.
    public List<ActivityPlace> deadLetters() {
        return jdbc.query(
                "select partition, activity_offset from dead_letter order by partition, activity_offset",
                (row, number) -> new ActivityPlace(row.getInt(1), row.getLong(2)));
    }

    public long seen(int partition) {
        Long seen = jdbc.queryForObject(
                "select coalesce(max(activity_seen), 0) from projection_offset where partition = ?",
                Long.class,
                partition);
        return seen == null ? 0 : seen;
    }
}
