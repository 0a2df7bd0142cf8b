package dev.playhead.testing.interop;

import static dev.playhead.testing.interop.AnnouncedCompletions.ofCourse;
import static dev.playhead.testing.interop.AnnouncedCompletions.ofMaterial;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.CourseCompleted;
import dev.playhead.schemas.event.MaterialCompleted;
import dev.playhead.schemas.id.EventIds;
import dev.playhead.schemas.serde.SchemaRegistry;
import dev.playhead.schemas.serde.SubjectNaming;
import dev.playhead.schemas.topic.Subjects;
import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import dev.playhead.schemas.topic.TopicsOnCluster;
import dev.playhead.testing.parts.ChildProcess;
import dev.playhead.testing.parts.Command;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `consume-completions.md` tells a consumer to do, done as it stands there.
class CompletionsGuideIT {
    private static final Sandbox SANDBOX = Stack.shared().begin().sandbox(CompletionsGuideIT.class);
    private static final Topics TOPICS = Topics.of(new TopicSettings(SANDBOX.topicPrefix(), 2, null, null));
    private static final Duration READ_WITHIN = Duration.ofSeconds(60);

    private static final List<String> ALL = List.of(
            "ana completed video123 at 2026-11-21T08:00:00.125Z, attempt 1, id "
                    + EventIds.materialCompleted("ana", "video123", 1),
            "ana completed demo at 2026-11-21T08:00:00.125Z, attempt 1, id "
                    + EventIds.courseCompleted("ana", "demo", 1),
            "ben completed video123 at 2026-11-21T08:00:00.125Z, attempt 2, id "
                    + EventIds.materialCompleted("ben", "video123", 2));

    private static Guide guide;

    @TempDir
    private Path directory;

    @BeforeAll
    static void announce() throws Exception {
        guide = Guide.read("consume-completions.md");
        Map<String, Object> client = Map.of(
                "bootstrap.servers", SANDBOX.bootstrapServers(),
                "schema.registry.url", SANDBOX.registryUrl(),
                "value.subject.name.strategy", SubjectNaming.TOPIC_RECORD.confluentName());
        try (Admin admin = Admin.create(client)) {
            TopicsOnCluster.ensure(admin, TOPICS.all(), null);
        }
        Subjects.register(SchemaRegistry.from(client), TOPICS.all());
        try (AnnouncedCompletions completions =
                new AnnouncedCompletions(TOPICS.completions().name(), client)) {
            completions.abort(ofMaterial("ana", "aborted", 1));
            completions.commit(ofMaterial("ana", "video123", 1), ofCourse("ana", "demo"));
            completions.commit(ofMaterial("ben", "video123", 2));
        }
    }

    @Test
    void the_consumer_in_java_reads_what_was_committed() throws Exception {
        Files.writeString(directory.resolve("Completions.java"), guide.block("java", "class Completions"));
        List<String> line = ChildProcess.javaCommand(
                List.of(), System.getProperty("java.class.path"), "Completions.java", List.of());

        assertThat(completionsReadBy(line, directory)).containsExactlyInAnyOrderElementsOf(ALL);
    }

    @Test
    void the_consumer_in_node_reads_what_was_committed() throws Exception {
        NodeClient.install();
        Files.writeString(NodeClient.HOME.resolve("completions.mjs"), guide.block("js", "eachMessage"));

        assertThat(completionsReadBy(List.of("node", "completions.mjs"), NodeClient.HOME))
                .containsExactlyInAnyOrderElementsOf(ALL);
    }

    @Test
    void the_versions_for_node_are_those_of_this_test() throws Exception {
        String dependencies = Files.readString(NodeClient.SOURCE.resolve("package.json"));
        String install = guide.block("bash", "npm install").lines().findFirst().orElseThrow();

        assertThat(install.replace("npm install ", "").split(" ")).allSatisfy(dependency -> {
            int at = dependency.lastIndexOf('@');
            assertThat(dependencies)
                    .contains("\"%s\": \"%s\"".formatted(dependency.substring(0, at), dependency.substring(at + 1)));
        });
    }

    @Test
    void a_terminal_shows_the_headers() throws Exception {
        Path log = directory.resolve("kcat");
        try (ChildProcess kcat = ChildProcess.start(
                Command.of("kcat", List.of("sh", "-c", onSandbox(guide.block("bash", "kcat"))), log))) {
            kcat.awaitSuccess(READ_WITHIN);
        }

        String id = EventIds.courseCompleted("ana", "demo", 1).toString();
        assertThat(Files.readAllLines(log))
                .hasSize(ALL.size())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("ana ce_specversion=1.0,ce_id=" + id
                                + ",ce_source=/playhead/progress-streams,ce_type=dev.playhead.course.completed"
                                + ",ce_subject=ana/demo,ce_time=2026-11-21T08:00:00.125Z,content-type=application/avro"
                                + ",playhead-partition=1,playhead-offset=4711 "));
    }

    @Test
    void a_completion_that_comes_again_has_its_effect_once() throws SQLException {
        List<String> statements = guide.blocks("sql");
        try (Connection database =
                DriverManager.getConnection(SANDBOX.jdbcUrl(), SANDBOX.jdbcUser(), SANDBOX.jdbcPassword())) {
            database.createStatement().execute(statements.get(0));

            credit(database, statements.get(1), ofMaterial("ana", "video123", 1));
            credit(database, statements.get(1), ofMaterial("ana", "video124", 1));
            credit(database, statements.get(1), ofMaterial("ana", "video123", 1));

            try (ResultSet credit =
                    database.createStatement().executeQuery("select student_id, completions from credit")) {
                assertThat(credit.next()).isTrue();
                assertThat(credit.getString(1)).isEqualTo("ana");
                assertThat(credit.getLong(2)).isEqualTo(2);
                assertThat(credit.next()).isFalse();
            }
        }
    }

    @Test
    void every_field_is_documented() {
        assertThat(guide.namesInTableAfter("`MaterialCompleted`: "))
                .isEqualTo(fields(MaterialCompleted.getClassSchema()));
        assertThat(guide.namesInTableAfter("`CourseCompleted`: ")).isEqualTo(fields(CourseCompleted.getClassSchema()));
    }

    private List<String> completionsReadBy(List<String> line, Path home) throws IOException {
        Path log = directory.resolve("printed");
        Command command = Command.of("the consumer", line, log)
                .in(home)
                .environment(Map.of(
                        "KAFKA", SANDBOX.bootstrapServers(),
                        "REGISTRY", SANDBOX.registryUrl(),
                        "TOPIC", TOPICS.completions().name()));
        try (ChildProcess consumer = ChildProcess.start(command)) {
            consumer.awaitReady(READ_WITHIN, () -> printed(log).containsAll(ALL));
        }
        return printed(log);
    }

    private static List<String> printed(Path log) {
        try {
            return Files.readAllLines(log).stream()
                    .filter(line -> line.contains(" completed "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String onSandbox(String command) {
        return command.replace("localhost:9092", SANDBOX.bootstrapServers())
                .replace("playhead.completions", TOPICS.completions().name());
    }

    private static void credit(Connection database, String sql, MaterialCompleted completion) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setString(1, completion.getEventId());
            statement.setString(2, completion.getStudentId());
            statement.executeUpdate();
        }
    }

    private static List<String> fields(Schema schema) {
        return schema.getFields().stream().map(Schema.Field::name).toList();
    }
}
