package dev.playhead.ingest.heartbeat;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.node.JsonNodeFactory;

/// For the body of a request that is one heartbeat.
final class SaidDeserializer extends ValueDeserializer<Said> {
    @Override
    public Said deserialize(JsonParser parser, DeserializationContext context) {
        return Said.read(parser);
    }

    @Override
    public Said getNullValue(DeserializationContext context) {
        return Said.ofNoObject(JsonNodeFactory.instance.nullNode());
    }
}
