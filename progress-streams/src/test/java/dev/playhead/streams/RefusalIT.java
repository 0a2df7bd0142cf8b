package dev.playhead.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.playhead.testing.parts.FreePorts;
import dev.playhead.testing.parts.PartFailedException;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A start that cannot succeed ends, and says in one message what is wrong and which setting to change.
@Execution(ExecutionMode.CONCURRENT)
class RefusalIT {
    private final Sandbox sandbox = Stack.shared().sandbox(RefusalIT.class);

    @TempDir
    Path directory;

    @Test
    void no_registry() throws IOException {
        String url = "http://127.0.0.1:" + FreePorts.next();

        String said = refused(Map.of("SPRING_KAFKA_PROPERTIES_SCHEMA_REGISTRY_URL", url));

        assertThat(said).contains(url, "does not answer", "SPRING_KAFKA_PROPERTIES_SCHEMA_REGISTRY_URL");
    }

    @Test
    void no_address_of_a_registry() throws IOException {
        String said = refused(Map.of("SPRING_KAFKA_PROPERTIES_SCHEMA_REGISTRY_URL", ""));

        assertThat(said).contains("schema.registry.url is not set");
    }

    @Test
    void no_broker() throws IOException {
        String address = "127.0.0.1:" + FreePorts.next();

        String said = refused(Map.of("SPRING_KAFKA_BOOTSTRAP_SERVERS", address));

        assertThat(said).contains(address, "SPRING_KAFKA_BOOTSTRAP_SERVERS");
    }

    @Test
    void topics_of_another_size() throws IOException {
        refused(Map.of("SPRING_KAFKA_PROPERTIES_SCHEMA_REGISTRY_URL", ""));

        String said = refused(Map.of("PLAYHEAD_TOPIC_PARTITIONS", "5"));

        assertThat(said).contains("has 4 partitions, declared are 5", "PLAYHEAD_TOPIC_PARTITIONS");
    }

    @Test
    void a_state_directory_that_cannot_be() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        String said = refused(Map.of("SPRING_KAFKA_STREAMS_STATE_DIR", file.toString()));

        assertThat(said).contains(file.toString(), "SPRING_KAFKA_STREAMS_STATE_DIR");
    }

    @Test
    void a_setting_that_kafka_refuses() throws IOException {
        String said = refused(Map.of("SPRING_KAFKA_STREAMS_PROPERTIES_COMMIT_INTERVAL_MS", "soon"));

        assertThat(said).contains("commit.interval.ms", "SPRING_KAFKA_STREAMS_PROPERTIES_");
    }

    /// All that the log of the start says.
    private String refused(Map<String, String> settings) throws IOException {
        Path log = directory.resolve("log");
        Files.deleteIfExists(log);
        try (Service service = Service.start(sandbox, directory, settings)) {
            assertThatThrownBy(service::awaitReady)
                    .isInstanceOf(PartFailedException.class)
                    .hasMessageContaining("ended with status 1");
        }
        List<String> errors = Files.readAllLines(log).stream()
                .filter(line -> line.contains("\"ERROR\"") || line.contains("\"WARN\""))
                .toList();
        assertThat(errors).hasSize(1);
        assertThat(Files.readString(log)).doesNotContain("\tat ");
        return errors.getFirst();
    }
}
