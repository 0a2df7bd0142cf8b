package dev.playhead.bench.ingest;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;

/// What one would build without a log: the same server, and one upsert of the row of a student and a
/// video for each heartbeat, answered when it is committed. It believes whoever says who they are,
/// knows no catalog and completes nothing: what it lacks only makes it faster.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class NaiveUpsert {
    static final int CONNECTIONS = 16;

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

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ShortWay heartbeats() {
        return new ShortWay(this::update);
    }

    private boolean update(String student, String video, Position at) {
        return at.isValid()
                && jdbc.update(UPSERT, student, video, at.watchTime(), at.totalDuration(), at.percentage()) == 1;
    }
}
