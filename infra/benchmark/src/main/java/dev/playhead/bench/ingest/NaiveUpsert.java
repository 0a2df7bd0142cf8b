package dev.playhead.bench.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What one would build without a log: the same server, and one upsert of the row of a student and a
/// video for each heartbeat, answered when it is committed. It believes whoever says who they are,
/// knows no catalog and completes nothing: what it lacks only makes it faster.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@RestController
class NaiveUpsert {
    static final int CONNECTIONS = 16;

    private static final Map<String, String> UPDATED = Map.of("message", "Watch time updated");
    private static final double PERCENT = 100;

    private static final String TABLE = """
            create table if not exists public.watch_progress (
                student_id text not null,
                material_id text not null,
                course_id text not null,
                watch_time double precision not null,
                total_duration double precision not null,
                progress_percentage double precision not null,
                last_watched timestamptz not null,
                primary key (student_id, material_id))
            """;

    private static final String UPSERT = """
            insert into public.watch_progress values (?, ?, 'bench', ?, ?, ?, now())
            on conflict (student_id, material_id) do update set
                course_id = excluded.course_id,
                watch_time = excluded.watch_time,
                total_duration = excluded.total_duration,
                progress_percentage = excluded.progress_percentage,
                last_watched = excluded.last_watched
            """;

    private final JdbcTemplate jdbc;

    NaiveUpsert(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.execute(TABLE);
    }

    public static void main(String[] args) {
        SpringApplication.run(NaiveUpsert.class, args);
    }

    @PostMapping("/{student}/{video}")
    ResponseEntity<Map<String, String>> update(
            @PathVariable("student") String student, @PathVariable("video") String video, @RequestBody Position at) {
        if (!at.isValid()) {
            return ResponseEntity.unprocessableContent().body(Map.of("error", "watch_time is wrong"));
        }
        jdbc.update(UPSERT, student, video, at.watchTime(), at.totalDuration(), at.percentage());
        return ResponseEntity.accepted().body(UPDATED);
    }

    record Position(
            @JsonProperty("watch_time") double watchTime,
            @JsonProperty("total_duration") double totalDuration) {
        boolean isValid() {
            return watchTime >= 0 && totalDuration > 0 && watchTime <= totalDuration;
        }

        double percentage() {
            return PERCENT * watchTime / totalDuration;
        }
    }
}
