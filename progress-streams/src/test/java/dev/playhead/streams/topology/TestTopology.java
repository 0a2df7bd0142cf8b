package dev.playhead.streams.topology;

import dev.playhead.schemas.serde.AvroDeserializer;
import dev.playhead.schemas.serde.AvroSerializer;
import dev.playhead.schemas.serde.EventSerde;
import dev.playhead.schemas.topic.Topic;
import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.Topology;

/// The topology as the service runs it, with our own serializers.
final class TestTopology {
    static final Topics TOPICS = Topics.of(TopicSettings.DEFAULT);

    private TestTopology() {}

    static Topology of(String registryUrl, Tally tally) {
        return ProgressTopology.of(TOPICS, topic -> values(topic, registryUrl), tally);
    }

    static Serde<SpecificRecord> values(Topic topic, String registryUrl) {
        return EventSerde.of(
                AvroSerializer.class.getName(),
                AvroDeserializer.class.getName(),
                topic.naming(),
                Map.of("schema.registry.url", registryUrl));
    }
}
