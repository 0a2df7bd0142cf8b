package dev.playhead.streams.topology;

import dev.playhead.schemas.topic.Topic;
import dev.playhead.schemas.topic.Topics;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/// How values are read and written. By hand rather than by the engine: a value that cannot be read
/// is set aside, one that cannot be written leaves nothing half said.
final class Values {
    private final Topics topics;
    private final Deserializer<SpecificRecord> activity;
    private final Serializer<SpecificRecord> progress;
    private final Serializer<SpecificRecord> completions;
    private final Serializer<SpecificRecord> shortsSessions;

    Values(Topics topics, Function<Topic, Serde<SpecificRecord>> serdes) {
        this.topics = topics;
        activity = serdes.apply(topics.activity()).deserializer();
        progress = serdes.apply(topics.progress()).serializer();
        completions = serdes.apply(topics.completions()).serializer();
        shortsSessions = serdes.apply(topics.shortsSessions()).serializer();
    }

    @Nullable SpecificRecord activity(byte @Nullable [] value) {
        return activity.deserialize(topics.activity().name(), value);
    }

    byte[] progress(SpecificRecord value) {
        return progress.serialize(topics.progress().name(), value);
    }

    byte[] completion(SpecificRecord value) {
        return completions.serialize(topics.completions().name(), value);
    }

    byte[] shortsSession(SpecificRecord value) {
        return shortsSessions.serialize(topics.shortsSessions().name(), value);
    }
}
