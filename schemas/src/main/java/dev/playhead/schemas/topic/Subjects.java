package dev.playhead.schemas.topic;

import dev.playhead.schemas.serde.SchemaRegistry;
import java.util.Collection;

/// Makes the events known to the registry before the first of them is written, so that no caller
/// waits for it and a schema that breaks compatibility stops the start instead of a heartbeat.
public final class Subjects {
    private Subjects() {}

    public static void register(SchemaRegistry registry, Collection<Topic> topics) {
        for (Topic topic : topics) {
            topic.events().forEach((schema, compatibility) -> {
                String subject = topic.naming().subject(topic.name(), schema.getFullName());
                registry.keepCompatible(subject, compatibility);
                registry.register(subject, schema);
            });
        }
    }
}
