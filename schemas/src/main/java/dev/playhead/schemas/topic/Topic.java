package dev.playhead.schemas.topic;

import dev.playhead.schemas.serde.Compatibility;
import dev.playhead.schemas.serde.SubjectNaming;
import java.util.Map;
import org.apache.avro.Schema;

/// A topic as it is to be: its full name, how many partitions, how it is kept, and the events in
/// it with what their schemas may not break.
///
/// @param settings the topic settings of Kafka that matter, by Kafka's names
public record Topic(
        String name,
        int partitions,
        Map<String, String> settings,
        SubjectNaming naming,
        Map<Schema, Compatibility> events) {
    public Topic {
        settings = Map.copyOf(settings);
        events = Map.copyOf(events);
    }
}
