package dev.playhead.query.projection;

import static dev.playhead.query.running.QueryService.student;
import static dev.playhead.query.running.Written.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.query.running.Answer;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Rows;
import dev.playhead.query.running.Written;
import dev.playhead.testing.parts.FreePorts;
import dev.playhead.testing.parts.Postgres;
import dev.playhead.testing.parts.PostgresSettings;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseOutageIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void a_killed_database_is_a_503_and_loses_nothing(@TempDir Path directory) {
        Sandbox sandbox = Stack.shared().begin().sandbox(DatabaseOutageIT.class);
        PostgresSettings kept = PostgresSettings.kept(directory, FreePorts.next(), "secret");
        Postgres database = Postgres.start(kept);
        Map<String, Long> expected = new TreeMap<>();
        try (Written written = new Written(sandbox);
                QueryService service = start(sandbox, database, written)) {
            Rows rows = new Rows(database.jdbcUrl("playhead"), database.user(), database.password());
            write(written, expected, 0, 300);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(rows.positions()).isEqualTo(expected));

            database.process().kill();
            write(written, expected, 300, 600);

            assertRefusedInTime(service);
            assertThat(service.management().get("/actuator/health/readiness").status())
                    .isEqualTo(503);
            assertThat(service.management().get("/actuator/health/liveness").status())
                    .isEqualTo(200);

            database = Postgres.start(kept);
            write(written, expected, 600, 900);

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(rows.positions()).isEqualTo(expected));
            assertThat(status(service).status()).isEqualTo(200);
            await().atMost(SOON)
                    .until(() -> service.management()
                                    .get("/actuator/health/readiness")
                                    .status()
                            == 200);
        } finally {
            database.close();
        }
    }

    private static QueryService start(Sandbox sandbox, Postgres database, Written written) {
        written.course(Courses.demo());
        Map<String, String> settings = QueryService.settings(sandbox);
        settings.put("spring.datasource.url", database.createDatabase("playhead"));
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", database.password());
        return QueryService.start(settings).ready();
    }

    private static void write(Written written, Map<String, Long> expected, int from, int to) {
        for (int i = from; i < to; i++) {
            String student = "s" + i % 50;
            written.put(at(student, "video123", i));
            expected.put(student + "/video123", (long) i);
        }
    }

    private static void assertRefusedInTime(QueryService service) {
        long startedNanos = System.nanoTime();
        Answer answer = status(service);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.json().get("retry_after").intValue()).isEqualTo(2);
        assertThat(Duration.ofNanos(System.nanoTime() - startedNanos)).isLessThan(Duration.ofSeconds(3));
    }

    private static Answer status(QueryService service) {
        return service.api().get("/api/progress/video/video123/status", "Authorization", "Bearer " + student("s1"));
    }
}
