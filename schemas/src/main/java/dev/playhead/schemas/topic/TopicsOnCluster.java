package dev.playhead.schemas.topic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/// Brings the topics about: creates those that are missing, and refuses to start on those that
/// differ from what is declared.
public final class TopicsOnCluster {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration REQUEST_WITHIN = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Admin admin;
    private final Optional<Short> replication;

    private TopicsOnCluster(Admin admin, @Nullable Short replication) {
        this.admin = admin;
        this.replication = Optional.ofNullable(replication);
    }

    /// A client for a service that starts: whether the broker is there it knows within 10 s. Kafka's own
    /// patience is a minute, and closing the client waits for calls that still have some left.
    public static Admin admin(Map<String, Object> settings) {
        Map<String, Object> bounded = new HashMap<>(settings);
        bounded.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
        bounded.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(REQUEST_WITHIN.toMillis()));
        return Admin.create(bounded);
    }

    /// @throws TopicMismatchException where one is there and differs
    public static void ensure(Admin admin, Collection<Topic> topics, @Nullable Short replication) {
        TopicsOnCluster cluster = new TopicsOnCluster(admin, replication);
        cluster.create(topics);
        List<String> differences = new ArrayList<>();
        for (Topic topic : topics) {
            cluster.compare(topic, differences);
        }
        if (!differences.isEmpty()) {
            throw new TopicMismatchException(differences);
        }
    }

    private void create(Collection<Topic> topics) {
        List<NewTopic> missing = topics.stream().map(this::newTopic).toList();
        for (KafkaFuture<Void> created : admin.createTopics(missing).values().values()) {
            try {
                await(created);
            } catch (TopicExistsException e) {
                // Another service was first, or an earlier start: compared below.
                continue;
            }
        }
    }

    private NewTopic newTopic(Topic topic) {
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), replication).configs(topic.settings());
    }

    private void compare(Topic topic, List<String> differences) {
        int partitions = describe(topic).partitions().size();
        if (partitions != topic.partitions()) {
            differences.add(topic.name() + " has " + partitions + " partitions, declared are "
                    + topic.partitions() + " (set PLAYHEAD_TOPIC_PARTITIONS to " + partitions
                    + ", or move to a new PLAYHEAD_TOPIC_PREFIX: adding partitions would part"
                    + " students from their past)");
        }
        Config actual = config(topic);
        for (Map.Entry<String, String> setting : topic.settings().entrySet()) {
            String value = actual.get(setting.getKey()).value();
            if (!setting.getValue().equals(value)) {
                differences.add(topic.name() + " has " + setting.getKey() + "=" + value
                        + ", declared is " + setting.getValue() + " (kafka-configs.sh --alter"
                        + " --entity-type topics --entity-name " + topic.name()
                        + " --add-config " + setting.getKey() + "=" + setting.getValue() + ")");
            }
        }
    }

    private TopicDescription describe(Topic topic) {
        // A topic just created is not known to every broker at once.
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                return await(admin.describeTopics(List.of(topic.name()))
                        .topicNameValues()
                        .get(topic.name()));
            } catch (RetriableException e) {
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private Config config(Topic topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        return await(admin.describeConfigs(List.of(resource)).values().get(resource));
    }

    private static <T> T await(@Nullable KafkaFuture<T> future) {
        if (future == null) {
            throw new IllegalStateException("The cluster did not answer for a topic asked for");
        }
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new org.apache.kafka.common.errors.TimeoutException(
                    "The cluster did not answer within " + PATIENCE.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the cluster", e);
        }
    }
}
