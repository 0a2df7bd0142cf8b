package dev.playhead.query.projection;

import static dev.playhead.query.running.QueryService.student;
import static dev.playhead.query.running.Written.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.query.running.Answer;
import dev.playhead.query.running.Api;
import dev.playhead.query.running.Frozen;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Rows;
import dev.playhead.query.running.Written;
import dev.playhead.testing.parts.FreePorts;
import dev.playhead.testing.parts.Postgres;
import dev.playhead.testing.parts.PostgresSettings;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseOutageIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    /// Two, and something for a busy machine.
    private static final Duration REFUSED_WITHIN = Duration.ofMillis(2_500);

    private static final Map<String, Long> EXPECTED = new TreeMap<>();
    private static int written;
    private static PostgresSettings kept;
    private static Postgres database;
    private static Written topics;
    private static QueryService service;
    private static Rows rows;

    @BeforeAll
    static void started(@TempDir Path directory) {
        Sandbox sandbox = Stack.shared().begin().sandbox(DatabaseOutageIT.class);
        kept = PostgresSettings.kept(directory, FreePorts.next(), "secret");
        database = Postgres.start(kept);
        topics = new Written(sandbox);
        topics.course(Courses.demo());
        Map<String, String> settings = QueryService.settings(sandbox);
        settings.put("spring.datasource.url", database.createDatabase("playhead"));
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", database.password());
        service = QueryService.start(settings).ready();
        rows = new Rows(database.jdbcUrl("playhead"), database.user(), database.password());
    }

    @AfterAll
    static void stop() {
        service.close();
        topics.close();
        database.close();
    }

    @Test
    void a_killed_database_is_a_503_and_loses_nothing() {
        write();
        assertCaughtUp();

        database.process().kill();
        write();
        assertAllRefused();

        database = Postgres.start(kept);
        write();
        assertCaughtUp();
    }

    @Test
    void a_database_that_hangs_is_one_that_is_away() {
        write();
        assertCaughtUp();

        List<CompletableFuture<Void>> asking = new ArrayList<>();
        try (Frozen frozen = whileReading(asking)) {
            assertThat(frozen).isNotNull();
            write();
            assertAllRefused();
        }
        asking.forEach(CompletableFuture::join);

        write();
        assertCaughtUp();
    }

    @Test
    void a_batch_that_takes_its_time_is_no_outage() throws SQLException {
        write();
        assertCaughtUp();
        try (Connection other = rows.source().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table material_progress in share mode");
            write();

            await().during(Duration.ofSeconds(2))
                    .until(() -> service.part(Projection.class).outages().isEmpty());
            assertThat(rows.positions()).isNotEqualTo(EXPECTED);
            other.commit();
        }
        assertCaughtUp();
    }

    private static void write() {
        for (int end = written + 200; written < end; written++) {
            String student = "s" + written % 50;
            topics.put(at(student, "video123", written));
            EXPECTED.put(student + "/video123", (long) written);
        }
    }

    /// With no restart, and with nothing held against a record.
    private static void assertCaughtUp() {
        await().atMost(SOON).untilAsserted(() -> assertThat(rows.positions()).isEqualTo(EXPECTED));
        await().atMost(SOON).until(() -> health("readiness") == 200);
        assertThat(reads()).allSatisfy(read -> assertThat(read.get().status()).isEqualTo(200));
        assertThat(rows.jdbc().queryForList("select * from set_aside")).isEmpty();
    }

    /// More of them at once than there are connections, first on connections just used and then with none.
    private static void assertAllRefused() {
        for (int round = 1; round <= 3; round++) {
            List<CompletableFuture<Void>> refused = IntStream.range(0, 4)
                    .boxed()
                    .flatMap(copy -> reads().stream())
                    .map(read -> CompletableFuture.runAsync(() -> assertRefused(read), Thread::startVirtualThread))
                    .toList();
            refused.forEach(CompletableFuture::join);
        }
        assertThat(health("readiness")).isEqualTo(503);
        assertThat(health("liveness")).isEqualTo(200);
    }

    private static void assertRefused(Supplier<Answer> read) {
        Answer answer = inTime(read);
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.json().get("retry_after").intValue()).isEqualTo(2);
    }

    /// Catches connections in the middle of a read, of which the pool knows nothing bad.
    private static Frozen whileReading(List<CompletableFuture<Void>> asking) {
        AtomicInteger answered = new AtomicInteger();
        reads().forEach(read -> asking.add(CompletableFuture.runAsync(
                () -> {
                    while (inTime(read).status() == 200) {
                        answered.incrementAndGet();
                    }
                },
                Thread::startVirtualThread)));
        await().atMost(SOON).until(() -> answered.get() > 100);
        return Frozen.of(database.pid());
    }

    private static Answer inTime(Supplier<Answer> read) {
        long startedNanos = System.nanoTime();
        Answer answer = read.get();
        assertThat(Duration.ofNanos(System.nanoTime() - startedNanos)).isLessThan(REFUSED_WITHIN);
        return answer;
    }

    /// One of each kind that needs the database.
    private static List<Supplier<Answer>> reads() {
        Api api = service.api();
        String[] own = {"Authorization", "Bearer " + student("s1")};
        String[] fresh = {own[0], own[1], "Playhead-Read-After", topics.token(Written.partition("s1"), 0)};
        String[] teacher = {"Authorization", "Bearer " + QueryService.token(TokenRequest.teacher("t", "*"))};
        return Stream.<Supplier<Answer>>of(
                        () -> api.get("/api/progress/video/video123/status", own),
                        () -> api.get("/api/progress/video/video123/status", fresh),
                        () -> api.post("/api/progress/videos/batch", "{\"video_ids\":[\"video123\"]}", own),
                        () -> api.get("/api/progress/course/demo", own),
                        () -> api.get("/api/progress/continue-watching", own),
                        () -> api.get("/api/progress/course/demo/students", teacher),
                        () -> api.get("/api/analytics/video/video123/audience", teacher),
                        () -> api.get("/api/students/s1/progress/course/demo", teacher))
                .toList();
    }

    private static int health(String kind) {
        return service.management().get("/actuator/health/" + kind).status();
    }
}
