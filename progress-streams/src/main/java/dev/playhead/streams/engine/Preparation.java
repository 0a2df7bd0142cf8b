package dev.playhead.streams.engine;

import dev.playhead.schemas.serde.RegistryException;
import dev.playhead.schemas.serde.RegistryUnreachableException;
import dev.playhead.schemas.serde.SchemaRegistry;
import dev.playhead.schemas.topic.Subjects;
import dev.playhead.schemas.topic.TopicMismatchException;
import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import dev.playhead.schemas.topic.TopicsOnCluster;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/// What must be there before the engine starts: all topics, what the brokers have to know about
/// the group, and the schemas of those topics that it writes.
record Preparation(KafkaProperties kafka, Topics topics, TopicSettings settings, GroupSettings group) {

    void run() {
        prepareBrokers();
        registerSubjects();
    }

    private void prepareBrokers() {
        try (Admin admin = TopicsOnCluster.admin(kafka.buildAdminProperties())) {
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

    private void registerSubjects() {
        try {
            Subjects.register(
                    SchemaRegistry.from(kafka.getProperties()),
                    List.of(
                            topics.progress(),
                            topics.completions(),
                            topics.shortsSessions(),
                            topics.audience(),
                            topics.audienceDaily()));
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
