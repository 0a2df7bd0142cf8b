package dev.playhead.schemas.event;

import dev.playhead.schemas.serde.Compatibility;
import dev.playhead.schemas.topic.Topic;
import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityResult;

/// Whether a schema may follow another.
final class Evolution {
    static final Map<Schema, Compatibility> EVENTS = Topics.of(TopicSettings.DEFAULT).all().stream()
            .map(Topic::events)
            .flatMap(events -> events.entrySet().stream())
            // In two topics under the same promise.
            .distinct()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private Evolution() {}

    static List<String> breaks(Compatibility promised, Schema then, Schema now) {
        List<String> breaks = new ArrayList<>();
        check("the new cannot read the old", now, then, breaks);
        if (promised == Compatibility.FULL_TRANSITIVE) {
            check("the old cannot read the new", then, now, breaks);
        }
        return breaks;
    }

    private static void check(String what, Schema reader, Schema writer, List<String> breaks) {
        SchemaCompatibilityResult result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult();
        result.getIncompatibilities()
                .forEach(incompatibility -> breaks.add(
                        what + ": " + incompatibility.getMessage() + " at " + incompatibility.getLocation()));
    }
}
