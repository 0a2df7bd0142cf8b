package dev.playhead.streams.deadletters;

import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/// Where the topics are, and how Kafka's clients get there. Beside a running service its own
/// environment is enough.
///
/// @param prefix of the topics
/// @param clients settings of Kafka's clients, by Kafka's names
record Connection(String prefix, Map<String, Object> clients) {
    private static final String BOOTSTRAP = "SPRING_KAFKA_BOOTSTRAP_SERVERS";
    private static final String PREFIX = "PLAYHEAD_TOPIC_PREFIX";
    private static final String OF_CLIENTS = "SPRING_KAFKA_PROPERTIES_";

    Connection {
        clients = Map.copyOf(clients);
    }

    /// What the line says, else what the environment says, else the local stack.
    static Connection of(CommandLine line, Map<String, String> environment) {
        Map<String, Object> clients = new HashMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(OF_CLIENTS)) {
                clients.put(property(name.substring(OF_CLIENTS.length())), value);
            }
        });
        line.config()
                .ifPresent(file ->
                        properties(file).forEach((name, value) -> clients.put(name.toString(), value.toString())));
        if (line.bootstrap().isPresent() || !clients.containsKey("bootstrap.servers")) {
            clients.put(
                    "bootstrap.servers",
                    line.bootstrap().orElse(environment.getOrDefault(BOOTSTRAP, "localhost:9092")));
        }
        String prefix = line.prefix().orElse(environment.getOrDefault(PREFIX, TopicSettings.DEFAULT.prefix()));
        return new Connection(prefix, clients);
    }

    String brokers() {
        return String.valueOf(clients.get("bootstrap.servers"));
    }

    String topic() {
        TopicSettings defaults = TopicSettings.DEFAULT;
        return Topics.of(new TopicSettings(
                        prefix, defaults.partitions(), defaults.replication(), defaults.activityRetention()))
                .deadLetters()
                .name();
    }

    /// As Spring Boot has it.
    private static String property(String ofEnvironment) {
        return ofEnvironment.toLowerCase(Locale.ROOT).replace('_', '.');
    }

    private static Properties properties(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException | IllegalArgumentException e) {
            throw new RefusedException(ExitStatus.WRONG_ARGUMENTS, "Cannot read --config " + file + ": " + e, e);
        }
    }
}
