package dev.playhead.query.start;

import dev.playhead.schemas.event.MaterialProgress;
import dev.playhead.schemas.serde.RegistryException;
import dev.playhead.schemas.serde.SchemaRegistry;
import dev.playhead.schemas.topic.Topic;
import dev.playhead.schemas.topic.TopicMismatchException;
import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import dev.playhead.schemas.topic.TopicsOnCluster;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What must be there before anything is read: the broker with our topics, and a registry that
/// answers. A service that lacks one says which, and ends.
public final class Prerequisites {
    private static final Logger log = LoggerFactory.getLogger(Prerequisites.class);

    private final Map<String, Object> admin;
    private final Map<String, Object> registry;

    /// @param admin settings of the broker's admin client
    /// @param registry settings of the registry, by Confluent's names
    public Prerequisites(Map<String, Object> admin, Map<String, Object> registry) {
        this.admin = Map.copyOf(admin);
        this.registry = Map.copyOf(registry);
    }

    public void ensure(Topics topics, TopicSettings settings) {
        ensureTopics(topics, settings);
        ensureRegistry(topics.progress());
    }

    private void ensureTopics(Topics topics, TopicSettings settings) {
        try (Admin client = TopicsOnCluster.admin(admin)) {
            TopicsOnCluster.ensure(client, topics.all(), settings.replication());
        } catch (TopicMismatchException e) {
            throw new CannotStartException(
                    String.valueOf(e.getMessage()), "Change the setting or the topic, as said above", e);
        } catch (KafkaException e) {
            throw new CannotStartException(
                    "The Kafka broker at " + brokers() + " cannot be used: " + e.getMessage(),
                    "Start it, or say where it is by SPRING_KAFKA_BOOTSTRAP_SERVERS",
                    e);
        }
    }

    private String brokers() {
        Object servers = admin.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG);
        return servers instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(","))
                : String.valueOf(servers);
    }

    private void ensureRegistry(Topic topic) {
        String subject = topic.naming()
                .subject(topic.name(), MaterialProgress.getClassSchema().getFullName());
        try {
            int known = SchemaRegistry.from(registry).latestId(subject);
            log.debug("The registry knows {} as schema {}", subject, known);
        } catch (RegistryException e) {
            if (!e.saysUnknown()) {
                throw registryUnusable(e);
            }
            log.debug("The registry answers; nobody has written {} yet", subject);
        } catch (KafkaException | IllegalArgumentException e) {
            throw registryUnusable(e);
        }
    }

    private static CannotStartException registryUnusable(RuntimeException cause) {
        return new CannotStartException(
                "The schema registry cannot be used: " + cause.getMessage(),
                "Start it, or say where it is by SPRING_KAFKA_PROPERTIES_SCHEMA_REGISTRY_URL",
                cause);
    }
}
