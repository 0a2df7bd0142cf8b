package dev.playhead.ingest.broker;

import dev.playhead.schemas.serde.EventSerde;
import dev.playhead.schemas.serde.SchemaRegistry;
import dev.playhead.schemas.serde.SubjectNaming;
import dev.playhead.schemas.topic.Subjects;
import dev.playhead.schemas.topic.TopicMismatchException;
import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import dev.playhead.schemas.topic.TopicsOnCluster;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serde;

/// The cluster that is written to: to have one is to know that its topics are there and that the
/// registry has the schemas of what this service writes.
///
/// @param client the settings of every Kafka client of this service
/// @param events bytes of events and back
public record Cluster(Topics topics, Map<String, Object> client, Serde<SpecificRecord> events) {
    public Cluster {
        client = Map.copyOf(client);
    }

    /// Makes sure of the topics and schemas.
    ///
    /// @param serializer the class that writes events, by name, as `deserializer` is the one that reads them
    /// @throws ClusterNotReadyException where broker or registry do not answer, or differ from what is declared
    public static Cluster prepare(
            TopicSettings settings, Map<String, Object> client, String serializer, String deserializer) {
        Topics topics = Topics.of(settings);
        ensureTopics(topics, settings, client);
        return new Cluster(topics, client, events(topics, client, serializer, deserializer));
    }

    /// A client's settings with more of them.
    public static Map<String, Object> with(Map<String, Object> client, Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(client);
        config.putAll(more);
        return config;
    }

    private static void ensureTopics(Topics topics, TopicSettings settings, Map<String, Object> client) {
        try (Admin admin = TopicsOnCluster.admin(client)) {
            TopicsOnCluster.ensure(admin, topics.all(), settings.replication());
        } catch (TopicMismatchException e) {
            throw ClusterNotReadyException.topics(e);
        } catch (KafkaException e) {
            throw ClusterNotReadyException.broker(client, e);
        }
    }

    private static Serde<SpecificRecord> events(
            Topics topics, Map<String, Object> client, String serializer, String deserializer) {
        try {
            Subjects.register(SchemaRegistry.from(client), List.of(topics.activity(), topics.catalog()));
            Serde<SpecificRecord> events = EventSerde.of(serializer, deserializer, SubjectNaming.TOPIC_RECORD, client);
            Rehearsal.of(events, topics);
            return events;
        } catch (KafkaException | IllegalArgumentException e) {
            throw ClusterNotReadyException.registry(e);
        }
    }
}
