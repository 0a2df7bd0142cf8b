package dev.playhead.bench.query;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The limit: the same server, pool and driver, the select of the same rows by their primary key, and
/// the rows as they are. No caller, no catalog, no percentages, no wait for a write.
@SpringBootApplication(proxyBeanMethods = false)
@RestController
class BareSelect {
    private static final String ROWS = """
            select material_id, position_ms, furthest_ms, duration_ms, watched_ms, last_watched_at, completed_at, attempt
            from material_progress
            where student_id = ? and material_id = any(?)
            """;

    private static final RowMapper<Row> ROW = (row, number) -> new Row(
            row.getString(1),
            row.getLong(2),
            row.getLong(3),
            row.getLong(4),
            row.getLong(5),
            row.getLong(6),
            row.getObject(7, Long.class),
            row.getInt(8));

    private final JdbcTemplate jdbc;

    BareSelect(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public static void main(String[] args) {
        SpringApplication.run(BareSelect.class, args);
    }

    @GetMapping("/{student}/{video}")
    List<Row> one(@PathVariable("student") String student, @PathVariable("video") String video) {
        return rows(student, List.of(video));
    }

    @GetMapping("/{student}")
    List<Row> all(@PathVariable("student") String student) {
        return rows(student, Watched.VIDEOS);
    }

    @PostMapping("/{student}")
    List<Row> some(@PathVariable("student") String student, @RequestBody Map<String, List<String>> asked) {
        return rows(student, asked.getOrDefault("video_ids", List.of()));
    }

    private List<Row> rows(String student, List<String> videos) {
        return jdbc.query(ROWS, ROW, student, videos.toArray(String[]::new));
    }

    record Row(
            String videoId,
            long positionMs,
            long furthestMs,
            long durationMs,
            long watchedMs,
            long lastWatchedAt,
            @Nullable Long completedAt,
            int attempt) {}
}
