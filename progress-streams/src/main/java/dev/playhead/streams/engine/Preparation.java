package dev.playhead.streams.engine;

import dev.playhead.schemas.serde.RegistryException;
import dev.playhead.schemas.serde.RegistryUnreachableException;
import dev.playhead.schemas.serde.SchemaRegistry;
import dev.playhead.schemas.topic.Subjects;
import dev.playhead.schemas.topic.TopicMismatchException;
import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import dev.playhead.schemas.topic.TopicsOnCluster;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/// What must be there before the engine starts: all topics, what the brokers have to know about
/// the group, and the schemas of those topics that it writes.
record Preparation(KafkaProperties kafka, Topics topics, TopicSettings settings, GroupSettings group) {

    private static final int BROKER_WITHIN_MS = 15_000;
    private static final int REQUEST_WITHIN_MS = 5_000;

    void run() {
        prepareBrokers();
        registerSubjects();
    }

    private void prepareBrokers() {
        try (Admin admin = Admin.create(inTime(kafka.buildAdminProperties()))) {
            TopicsOnCluster.ensure(admin, topics.all(), settings.replication());
            new GroupOnBrokers(admin, group).tell();
        } catch (TopicMismatchException e) {
            throw new FailureAnalyzedException(
                    String.valueOf(e.getMessage()), "Change the setting or the topic as the message says.", e);
        } catch (KafkaException e) {
            throw new FailureAnalyzedException(
                    "Kafka at " + String.join(",", kafka.getBootstrapServers()) + " does not serve: " + e.getMessage(),
                    "Start it, or say where it is by SPRING_KAFKA_BOOTSTRAP_SERVERS.",
                    e);
        }
    }

    /// Kafka's own patience is a minute, in which nobody knows what is missing.
    private static Map<String, Object> inTime(Map<String, Object> admin) {
        Map<String, Object> settings = new HashMap<>(admin);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, BROKER_WITHIN_MS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_WITHIN_MS);
        return settings;
    }

    private void registerSubjects() {
        try {
            Subjects.register(
                    SchemaRegistry.from(kafka.getProperties()), List.of(topics.progress(), topics.completions()));
        } catch (RegistryUnreachableException | IllegalArgumentException e) {
            throw new FailureAnalyzedException(
                    String.valueOf(e.getMessage()),
                    "Start it, or say where it is by SPRING_KAFKA_PROPERTIES_SCHEMA_REGISTRY_URL.",
                    e);
        } catch (RegistryException e) {
            throw new FailureAnalyzedException(
                    "The schema registry refused a schema: " + e.getMessage(),
                    "Keep the last release until the schemas are compatible, or use another registry.",
                    e);
        }
    }
}
