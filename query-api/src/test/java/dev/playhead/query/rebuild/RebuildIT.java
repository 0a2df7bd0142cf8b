package dev.playhead.query.rebuild;

import static dev.playhead.query.running.Written.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.query.running.Crowd;
import dev.playhead.query.running.QueryProcess;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Rows;
import dev.playhead.query.running.Written;
import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.schemas.id.ProgressKey;
import dev.playhead.testing.parts.ChildProcess;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuildIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Map<String, Long> BEFORE = new TreeMap<>();
    private static Map<String, String> settings;
    private static Written written;
    private static Rows rows;
    private static QueryService service;

    @BeforeAll
    static void filled() {
        Sandbox sandbox = Stack.shared().begin().sandbox(RebuildIT.class);
        settings = QueryService.settings(sandbox);
        written = new Written(sandbox);
        written.course(Courses.demo());
        rows = new Rows(sandbox);
        for (int i = 0; i < 2_000; i++) {
            String student = "s" + i % 300;
            written.put(at(student, "video123", i));
            BEFORE.put(student + "/video123", (long) i);
        }
        written.put(Written.session("s1", Written.WATCHED, 60, "video123").build());
        written.put(Crowd.of("video123", 300, 2).build());
        written.put(
                Crowd.day("video123", LocalDate.parse("2026-11-21")).setViews(9).build());
        service = QueryService.start(sandbox).ready();
    }

    @AfterAll
    static void stop() {
        service.close();
        written.close();
    }

    @Test
    void nobody_notices_but_by_what_was_wrong_being_right() throws Exception {
        String lost = written.deadLetter("ana", written.nextActivity("ana"));
        await().atMost(SOON).untilAsserted(() -> assertThat(rows.positions()).containsAllEntriesOf(BEFORE));
        await().atMost(SOON).until(() -> rows.deadLetters().size() == 1);
        await().atMost(SOON)
                .until(() -> allOf("audience", "material_id, viewers").equals("video123 300"));
        await().atMost(SOON).until(() -> allOf("audience_day", "views").equals("9"));
        rows.jdbc()
                .update("update material_progress set position_ms = 7, activity_offset = 1000000"
                        + " where student_id = 's1'");
        rows.jdbc()
                .update("insert into material_progress select 'ghost', material_id, course_id, kind, 1, 1, 1, 1,"
                        + " 1, 1, null, 1, false, 1 from material_progress limit 1");
        rows.jdbc().update("update shorts_session set shorts_watched = 77, activity_offset = 1000000");
        rows.jdbc().update("update audience set viewers = 7");
        rows.jdbc().update("insert into audience values ('ghost', 1, 1, 1, 1)");
        rows.jdbc().update("update audience_curve set heat = '{7,7}'");
        rows.jdbc().update("insert into audience_curve values ('video123', 1, '{1}', '{1}', '{1}')");
        rows.jdbc().update("update audience_day set views = 7");
        rows.jdbc().update("insert into audience_day values ('video123', '2026-11-22', 1, 1, 1, 1)");
        ActivityPlace forgotten = new ActivityPlace(0, 500_000);
        rows.jdbc()
                .update(
                        "insert into dead_letter select topic, 0, 500000 from projection_offset"
                                + " where topic = ? limit 1",
                        progress());

        Map<String, Long> expected = new TreeMap<>(BEFORE);
        try (Connection pooled = rows.source().getConnection();
                Players players = new Players(service.api(), written, "s2", lastOf("s2"))) {
            assertThat(position(pooled, "s1", 10)).isEqualTo(7);

            Outcome outcome = Outcome.of(settings);

            long answersBefore = players.answers();
            await().atMost(SOON).until(() -> players.answers() > answersBefore + 200);
            expected.putAll(players.stopped());
            assertThat(players.complaints()).isEmpty();
            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.status()).isZero();
            assertThat(outcome.out()).contains("Switched");
            assertThat(position(pooled, "s1", 1)).isEqualTo(BEFORE.get("s1/video123"));
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(rows.positions()).containsAllEntriesOf(expected));
        assertThat(rows.positions().keySet()).noneMatch(key -> key.startsWith("ghost"));
        assertThat(rows.deadLetters()).contains(forgotten).hasSize(2);
        assertThat(allOf("shorts_session", "student_id, shorts_watched")).isEqualTo("s1 1");
        assertThat(allOf("audience", "material_id, viewers")).isEqualTo("video123 300");
        assertThat(allOf("audience_curve", "buckets, heat")).isEqualTo("2 {300,300}");
        assertThat(allOf("audience_day", "day, views")).isEqualTo("2026-11-21 9");
        assertThat(fresh(lost)).isEqualTo("false");
        assertThat(schemas()).containsExactly("projection");
    }

    @Test
    void records_set_aside_stay_to_be_looked_at_and_hold_up_nobody_once_they_can_be_read() {
        String token = written.put(new ProgressKey.OfMaterial("zoe", "video123"), new byte[9], 0);
        await().atMost(SOON).until(() -> fresh(token).equals("false"));
        int partition = Written.partition("zoe");
        rows.jdbc()
                .update(
                        "insert into set_aside (topic, partition, record_offset, activity_offset, reason, value_bytes,"
                                + " headers) select topic, partition, 600000, 0, 'mended since', 0, ''"
                                + " from projection_offset where topic = ? limit 1",
                        progress());

        assertThat(Outcome.of(settings).status()).isZero();

        assertThat(rows.jdbc()
                        .queryForList(
                                "select activity_offset from set_aside where partition = ? or reason = 'mended since'"
                                        + " order by record_offset",
                                Long.class,
                                partition))
                .containsExactly(0L, null);
    }

    @Test
    void tables_ahead_of_the_log_are_left_alone_unless_they_are_given_up() {
        rows.jdbc()
                .update(
                        "update projection_offset set next_offset = next_offset + 100000"
                                + " where topic = ? and partition = 1",
                        progress());
        Map<String, Long> before = rows.positions();

        Outcome refused = Outcome.of(settings);

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("ahead of the log", "partition 1 of " + progress(), "--anew");
        assertThat(rows.positions()).isEqualTo(before);
        assertThat(schemas()).containsExactly("projection");

        assertThat(Outcome.of(settings, "--anew").status()).isZero();
        // One of each partition.
        written.put(at("lea", "later", 4_000));
        written.put(at("ana", "later", 5_000));
        written.put(at("uli", "later", 6_000));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(rows.positions())
                        .containsEntry("lea/later", 4_000L)
                        .containsEntry("ana/later", 5_000L)
                        .containsEntry("uli/later", 6_000L));
    }

    @Test
    void only_one_at_a_time() throws SQLException {
        try (Connection other = rows.source().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(" + Sole.LOCK + ")");

            Outcome outcome = Outcome.of(settings);

            assertThat(outcome.status()).isEqualTo(3);
            assertThat(outcome.err()).contains("Another rebuild");
        }
        assertThat(Outcome.of(settings).status()).isZero();
    }

    @Test
    void a_killed_one_leaves_the_tables_as_they_are_and_the_next_begins_anew(@TempDir Path directory) {
        Map<String, String> slowly = new TreeMap<>(settings);
        slowly.put("playhead.projection.batch-max", "1");
        try (ChildProcess rebuild = QueryProcess.start(List.of("rebuild"), slowly, directory)) {
            await().atMost(SOON).ignoreExceptions().until(() -> rowsOfNext() > 10);
            rebuild.kill();
        }
        Map<String, Long> before = rows.positions();
        assertThat(rowsOfNext()).isLessThan(before.size());

        Outcome outcome = Outcome.of(settings);

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("An earlier rebuild did not end").contains("%  ");
        assertThat(rows.positions()).isEqualTo(before);
        assertThat(schemas()).containsExactly("projection");
    }

    @Test
    void what_it_does_not_understand_it_says() {
        Outcome outcome = Outcome.of(settings, "--fast");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("'--fast'", "Usage");
    }

    private static String progress() {
        return written.topics().progress().name();
    }

    /// All rows of a table, as text.
    private static String allOf(String table, String columns) {
        return String.join(
                "; ", rows.jdbc().queryForList("select concat_ws(' ', " + columns + ") from " + table, String.class));
    }

    private static long lastOf(String student) {
        return Objects.requireNonNull(BEFORE.get(student + "/video123"));
    }

    /// Prepared by the server from the fifth time on.
    private static long position(Connection connection, String student, int times) throws SQLException {
        long positionMs = -1;
        try (PreparedStatement select =
                connection.prepareStatement("select position_ms from material_progress where student_id = ?")) {
            for (int i = 0; i < times; i++) {
                select.setString(1, student);
                try (ResultSet found = select.executeQuery()) {
                    positionMs = found.next() ? found.getLong(1) : -1;
                }
            }
        }
        return positionMs;
    }

    private static String fresh(String token) {
        return service.api()
                .get(
                        "/api/progress/video/video123/status",
                        "Authorization",
                        "Bearer " + QueryService.student("ana"),
                        "Playhead-Read-After",
                        token)
                .header("Playhead-Fresh");
    }

    private static long rowsOfNext() {
        Long count = rows.jdbc().queryForObject("select count(*) from projection_next.material_progress", Long.class);
        return count == null ? 0 : count;
    }

    private static List<@Nullable String> schemas() {
        return rows.jdbc()
                .queryForList(
                        "select nspname from pg_namespace where nspname like 'projection%' order by 1", String.class);
    }
}
