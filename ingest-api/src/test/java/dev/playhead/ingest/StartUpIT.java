package dev.playhead.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import dev.playhead.schemas.topic.TopicsOnCluster;
import dev.playhead.testing.parts.FreePorts;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A service that cannot start says why and what to do, once, and ends with another status than 0.
@Execution(ExecutionMode.CONCURRENT)
class StartUpIT {
    private static final String SECRET = "--playhead.auth.secret=a secret for tests of thirty-two bytes or more";

    private final Sandbox sandbox = Stack.shared().sandbox(StartUpIT.class);

    @Test
    void no_secret() throws IOException, InterruptedException {
        assertFails("PLAYHEAD_AUTH_SECRET");
    }

    @Test
    void no_broker() throws IOException, InterruptedException {
        String nowhere = "127.0.0.1:" + FreePorts.next();

        assertFails(
                "The Kafka broker at [" + nowhere + "] cannot be used",
                SECRET,
                "--spring.kafka.bootstrap-servers=" + nowhere);
    }

    @Test
    void no_registry() throws IOException, InterruptedException {
        String nowhere = "http://127.0.0.1:" + FreePorts.next();

        assertFails(
                "SPRING_KAFKA_PROPERTIES_SCHEMA_REGISTRY_URL",
                SECRET,
                "--spring.kafka.properties.schema.registry.url=" + nowhere);
    }

    @Test
    void topics_with_other_partitions() throws IOException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", sandbox.bootstrapServers()))) {
            Topics topics = Topics.of(new TopicSettings(sandbox.topicPrefix(), 3, null, null));
            TopicsOnCluster.ensure(admin, topics.all(), null);
        }

        assertFails("activity has 3 partitions, declared are 12", SECRET);
    }

    private void assertFails(String message, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                IngestApplication.class.getName(),
                "--server.port=0",
                "--management.server.port=0",
                "--playhead.topic.prefix=" + sandbox.topicPrefix()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Arguments win over these.
        builder.environment().put("SPRING_KAFKA_BOOTSTRAP_SERVERS", sandbox.bootstrapServers());
        builder.environment().put("SPRING_KAFKA_PROPERTIES_SCHEMA_REGISTRY_URL", sandbox.registryUrl());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isEqualTo(1);
        assertThat(output)
                .contains(message)
                .contains("Action:")
                .doesNotContain("\tat ", "\\tat ", "Error creating bean");
    }
}
