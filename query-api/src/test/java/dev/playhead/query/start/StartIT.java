package dev.playhead.query.start;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.playhead.query.running.QueryProcess;
import dev.playhead.query.running.QueryService;
import dev.playhead.testing.parts.ChildProcess;
import dev.playhead.testing.parts.FreePorts;
import dev.playhead.testing.parts.PartFailedException;
import dev.playhead.testing.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class StartIT {
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(60);
    private static Map<String, String> working;

    @TempDir
    private Path directory;

    @BeforeAll
    static void stack() {
        working = Map.copyOf(QueryService.settings(Stack.shared().begin().sandbox(StartIT.class)));
    }

    @Test
    void without_its_database_it_says_so_and_ends() {
        int nobody = FreePorts.next();

        assertFails(
                Map.of("spring.datasource.url", "jdbc:postgresql://127.0.0.1:" + nobody + "/playhead?password=hidden"),
                "127.0.0.1:" + nobody + "/playhead cannot be used",
                "SPRING_DATASOURCE_URL");
    }

    @Test
    void with_a_wrong_password_it_says_so_and_ends() {
        assertFails(
                Map.of("spring.datasource.password", "wrong"),
                "password authentication failed",
                "SPRING_DATASOURCE_PASSWORD");
    }

    @Test
    void without_its_broker_it_says_so_and_ends() {
        int nobody = FreePorts.next();

        assertFails(
                Map.of("spring.kafka.bootstrap-servers", "127.0.0.1:" + nobody),
                "The Kafka broker at 127.0.0.1:" + nobody + " cannot be used",
                "SPRING_KAFKA_BOOTSTRAP_SERVERS");
    }

    @Test
    void without_its_registry_it_says_so_and_ends() {
        int nobody = FreePorts.next();

        assertFails(
                Map.of("spring.kafka.properties.schema.registry.url", "http://127.0.0.1:" + nobody),
                "127.0.0.1:" + nobody + " does not answer",
                "SPRING_KAFKA_PROPERTIES_SCHEMA_REGISTRY_URL");
    }

    private void assertFails(Map<String, String> changed, String what, String setting) {
        Map<String, String> settings = new HashMap<>(working);
        settings.putAll(changed);
        try (ChildProcess process = QueryProcess.start(settings, directory)) {
            assertThatThrownBy(() -> process.awaitSuccess(ENDS_WITHIN))
                    .isInstanceOf(PartFailedException.class)
                    .hasMessageContaining("ended with status 1")
                    .hasMessageContaining(what)
                    .hasMessageContaining(setting)
                    .hasMessageNotContaining("\tat ")
                    .hasMessageNotContaining("hidden");
        }
    }
}
