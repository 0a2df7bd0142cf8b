package dev.playhead.ingest.heartbeat;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a player said, as its tokens came: values of the usual kind as they are, whatever else there
/// is as JSON. A tree of all of it, which takes longer to make than all the rest of a heartbeat's
/// way, is made of it only where something has to be said about it.
@JsonDeserialize(using = SaidDeserializer.class)
final class Said {
    private @Nullable String video;
    private @Nullable String student;
    private @Nullable String event;
    private @Nullable String session;
    private @Nullable String device;
    private @Nullable String eventId;
    private @Nullable String occurredAt;
    private @Nullable String sentAt;
    private long position = UsualNumber.NONE;
    private long duration = UsualNumber.NONE;

    /// Refusals show it as it was written.
    private int durationDigits;

    private long rate = UsualNumber.NONE;
    private long sequence = UsualNumber.NONE;
    private @Nullable SaidSegments played;

    /// Unknown fields, and known ones with another kind of value.
    private @Nullable ObjectNode others;

    private @Nullable JsonNode noObject;
    private boolean isUsual = true;

    private Said() {}

    /// From the value's first token, where the parser stands, to its last.
    static Said read(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return ofNoObject(parser.readValueAsTree());
        }
        Said said = new Said();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            said.take(name, parser);
        }
        return said;
    }

    static Said ofNoObject(JsonNode value) {
        Said said = new Said();
        said.noObject = value;
        said.isUsual = false;
        return said;
    }

    /// Whether each known field has a value of its usual kind.
    boolean isUsual() {
        return isUsual;
    }

    @Nullable String video() {
        return video;
    }

    @Nullable String student() {
        return student;
    }

    @Nullable String event() {
        return event;
    }

    @Nullable String session() {
        return session;
    }

    @Nullable String device() {
        return device;
    }

    @Nullable String eventId() {
        return eventId;
    }

    @Nullable String occurredAt() {
        return occurredAt;
    }

    @Nullable String sentAt() {
        return sentAt;
    }

    /// In trillionths of a second, as is the duration.
    long position() {
        return position;
    }

    long duration() {
        return duration;
    }

    /// In trillionths.
    long rate() {
        return rate;
    }

    long sequence() {
        return sequence;
    }

    @Nullable SaidSegments played() {
        return played;
    }

    /// All of it.
    JsonNode tree() {
        if (noObject != null) {
            return noObject;
        }
        ObjectNode tree = others == null ? JsonNodeFactory.instance.objectNode() : others.deepCopy();
        put("video_id", video, tree::put);
        put("student_id", student, tree::put);
        put("event", event, tree::put);
        put("session_id", session, tree::put);
        put("device_id", device, tree::put);
        put("event_id", eventId, tree::put);
        put("occurred_at", occurredAt, tree::put);
        put("sent_at", sentAt, tree::put);
        putNumber("watch_time", position, tree);
        putNumber("playback_rate", rate, tree);
        if (duration != UsualNumber.NONE) {
            tree.put("total_duration", UsualNumber.decimal(duration, durationDigits));
        }
        put("sequence", sequence == UsualNumber.NONE ? null : sequence, tree::put);
        put("played", played == null ? null : played.json(), tree::set);
        return tree;
    }

    private void take(String name, JsonParser parser) {
        switch (name) {
            case "video_id" -> video = text(name, parser);
            case "student_id" -> student = text(name, parser);
            case "event" -> event = text(name, parser);
            case "session_id" -> session = text(name, parser);
            case "device_id" -> device = text(name, parser);
            case "event_id" -> eventId = text(name, parser);
            case "occurred_at" -> occurredAt = text(name, parser);
            case "sent_at" -> sentAt = text(name, parser);
            case "watch_time" -> position = usual(name, UsualNumber.trillionths(parser), parser);
            case "total_duration" -> takeDuration(name, parser);
            case "playback_rate" -> rate = usual(name, UsualNumber.trillionths(parser), parser);
            case "sequence" -> sequence = usual(name, UsualNumber.whole(parser), parser);
            case "played" -> played = segments(name, parser);
            default -> others().set(name, parser.<JsonNode>readValueAsTree());
        }
    }

    private void takeDuration(String name, JsonParser parser) {
        duration = UsualNumber.trillionths(parser);
        if (duration == UsualNumber.NONE) {
            keep(name, parser);
        } else {
            durationDigits = UsualNumber.fractionDigits(parser);
        }
    }

    private @Nullable String text(String name, JsonParser parser) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getString();
        }
        keep(name, parser);
        return null;
    }

    private long usual(String name, long number, JsonParser parser) {
        if (number == UsualNumber.NONE) {
            keep(name, parser);
        }
        return number;
    }

    private @Nullable SaidSegments segments(String name, JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            return SaidSegments.read(parser);
        }
        keep(name, parser);
        return null;
    }

    /// A field that is `null` is one that is not there.
    private void keep(String name, JsonParser parser) {
        if (parser.currentToken() != JsonToken.VALUE_NULL) {
            others().set(name, parser.<JsonNode>readValueAsTree());
            isUsual = false;
        }
    }

    private ObjectNode others() {
        if (others == null) {
            others = JsonNodeFactory.instance.objectNode();
        }
        return others;
    }

    private static <T> void put(String name, @Nullable T value, BiConsumer<String, T> tree) {
        if (value != null) {
            tree.accept(name, value);
        }
    }

    private static void putNumber(String name, long trillionths, ObjectNode tree) {
        if (trillionths != UsualNumber.NONE) {
            tree.put(name, UsualNumber.decimal(trillionths));
        }
    }
}
