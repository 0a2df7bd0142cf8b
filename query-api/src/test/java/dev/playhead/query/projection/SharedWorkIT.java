package dev.playhead.query.projection;

import static dev.playhead.query.running.Written.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.playhead.query.running.Classwork;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Recount;
import dev.playhead.query.running.Rows;
import dev.playhead.query.running.Written;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionException;

/// Several who project the same topic, in one instance and in more.
class SharedWorkIT {
    private static final long SEED = Long.getLong("playhead.seed", System.nanoTime());
    private static final Duration SOON = Duration.ofSeconds(30);

    /// One of each partition.
    private static final List<String> STUDENTS = List.of("lea", "ana", "uli");

    private Sandbox sandbox;
    private Written written;
    private Rows rows;

    @BeforeEach
    void topics() {
        sandbox = Stack.shared().begin().sandbox(SharedWorkIT.class);
        written = new Written(sandbox);
        written.course(Courses.demo());
        rows = new Rows(sandbox);
        assertThat(STUDENTS.stream().map(Written::partition)).doesNotHaveDuplicates();
    }

    @AfterEach
    void close() {
        written.close();
    }

    /// It was away between reading a batch and writing it, longer than its group waits for it. The
    /// others have meanwhile moved on to where the rows of that batch are gone: written late, they
    /// would be there again.
    @Test
    void one_that_lost_its_partitions_without_knowing_is_refused() {
        Map<String, Long> expected = new TreeMap<>();
        try (QueryService owner =
                QueryService.start(sandbox, "spring.kafka.consumer.properties.max.poll.interval.ms=2000")) {
            Gate gate = new Gate();
            SimpleMeterRegistry meters = new SimpleMeterRegistry();
            Projection zombie = zombie(owner.part(ProjectionFactory.class), gate, meters);
            zombie.start();
            // Until it has partitions, and has written to them.
            await().atMost(SOON).until(() -> {
                write(expected, "before", 1_000);
                return counted(meters, "playhead.projection.rows") > 0;
            });
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(rows.positions()).isEqualTo(expected));

            gate.shut();
            write(new TreeMap<>(), "late", 2_000);
            await().atMost(SOON).until(gate::isSomebodyThere);
            await().atMost(SOON).until(() -> rows.positions().size() == 2 * STUDENTS.size());
            STUDENTS.forEach(student -> written.tombstone(student, "late"));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(rows.positions()).isEqualTo(expected));

            gate.open();
            await().atMost(SOON).until(() -> counted(meters, "playhead.projection.fenced") > 0);
            write(expected, "after", 3_000);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(rows.positions()).isEqualTo(expected));
            zombie.stop();
        }
    }

    /// As a machine that stands still does. Its locks are the database's, and the next one waits for them.
    @Test
    void one_that_stops_within_a_transaction_holds_nobody_up_for_long() throws Exception {
        Map<String, Long> expected = new TreeMap<>();
        CountDownLatch over = new CountDownLatch(1);
        try (QueryService service = QueryService.start(sandbox).ready()) {
            ProjectionFactory stopped = service.part(ProjectionFactory.class);
            CompletableFuture<Integer> locked = new CompletableFuture<>();
            Thread frozen = Thread.ofPlatform()
                    .start(() -> assertThatThrownBy(() -> stopped.transactions().executeWithoutResult(status -> {
                                locked.complete(stopped.jdbc()
                                        .update(
                                                "update projection_offset set activity_seen = activity_seen"
                                                        + " where topic = ?",
                                                progressTopic()));
                                awaitUninterruptibly(over);
                            }))
                            .isInstanceOf(TransactionException.class));
            assertThat(locked.join()).isEqualTo(STUDENTS.size());

            write(expected, "video1", 1_000);
            await().atMost(Duration.ofSeconds(12))
                    .untilAsserted(() -> assertThat(rows.positions()).isEqualTo(expected));

            over.countDown();
            frozen.join();
        }
    }

    @Test
    void instances_join_and_leave_while_records_flow() throws InterruptedException {
        System.out.println("-Dplayhead.seed=" + SEED);
        try (Classwork classwork = new Classwork(written, SEED);
                QueryService first = QueryService.start(sandbox).ready()) {
            try (QueryService second = QueryService.start(sandbox)) {
                awaitWorkOf(first);
                awaitWorkOf(second);
            }
            awaitWorkOf(first);
            try (QueryService third = QueryService.start(sandbox, "playhead.projection.threads=2")) {
                awaitWorkOf(third);
                first.close();
                awaitWorkOf(third);
                classwork.stop();

                Recount recount = Recount.of(sandbox.bootstrapServers(), sandbox.registryUrl(), written.topics());
                await().atMost(SOON)
                        .untilAsserted(
                                () -> assertThat(Recount.of(rows).tables()).isEqualTo(recount.tables()));
            }
        }
    }

    @Test
    void the_partitions_of_an_instance_do_not_wait_for_each_other() throws SQLException {
        Map<String, Long> expected = new TreeMap<>();
        try (QueryService service = QueryService.start(sandbox, "playhead.projection.threads=3")
                        .ready();
                Connection other = rows.source().getConnection();
                Statement statement = other.createStatement()) {
            write(expected, "before", 1_000);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(rows.positions()).isEqualTo(expected));
            other.setAutoCommit(false);
            String stuck = STUDENTS.getFirst();
            statement.execute("update projection_offset set activity_seen = activity_seen where topic = '"
                    + progressTopic() + "' and partition = " + Written.partition(stuck));
            written.put(at(stuck, "video1", 1));
            await().atMost(SOON).until(this::isSomebodyWaiting);

            for (String student : STUDENTS.subList(1, STUDENTS.size())) {
                written.put(at(student, "video1", 2_000));
                expected.put(student + "/video1", 2_000L);
            }
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(rows.positions()).isEqualTo(expected));

            other.rollback();
            expected.put(stuck + "/video1", 1L);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(rows.positions()).isEqualTo(expected));
            assertThat(service.part(Projection.class).outages()).isEmpty();
        }
    }

    private String progressTopic() {
        return written.topics().progress().name();
    }

    private void write(Map<String, Long> expected, String video, long positionMs) {
        for (String student : STUDENTS) {
            written.put(at(student, video, positionMs));
            expected.put(student + "/" + video, positionMs);
        }
    }

    private static Projection zombie(ProjectionFactory of, Gate gate, MeterRegistry meters) {
        return new ProjectionFactory(
                        of.topics(), of.jdbc(), gate.before(of.transactions()), meters, of.clock(), of.random())
                .projection(activitySeen -> {});
    }

    private static void awaitWorkOf(QueryService service) {
        MeterRegistry meters = service.part(MeterRegistry.class);
        double before = counted(meters, "playhead.projection.rows");
        await().atMost(SOON).until(() -> counted(meters, "playhead.projection.rows") > before + 50);
    }

    private static double counted(MeterRegistry meters, String name) {
        return meters.find(name).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isSomebodyWaiting() {
        return !rows.jdbc()
                .queryForList("select 1 from pg_stat_activity where wait_event_type = 'Lock'")
                .isEmpty();
    }
}
