package dev.playhead.ingest.xapi;

import dev.playhead.ingest.input.Fields;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The names that the xAPI Video Profile gives to things.
final class Profile {
    static final String IRI = "https://w3id.org/xapi/video";
    static final String TIME = IRI + "/extensions/time";
    static final String TIME_FROM = IRI + "/extensions/time-from";
    static final String TIME_TO = IRI + "/extensions/time-to";
    static final String LENGTH = IRI + "/extensions/length";
    static final String SESSION = IRI + "/extensions/session-id";

    private static final String VIDEO = IRI + "/activity-type/video";

    private Profile() {}

    /// The verb of a statement about a video; empty where it is about something else, and then that
    /// is noted.
    static Optional<Verb> verb(JsonNode body, Fields statement) {
        Optional<Verb> verb = Verb.of(body.path("verb").path("id").stringValue(""));
        if (verb.isEmpty()) {
            statement.within("verb").noteAt("id").wrong("must be one of the xAPI Video Profile");
            return verb;
        }
        if (isAboutVideo(verb.get(), body)) {
            return verb;
        }
        statement.noteAt("object").wrong("must be a video: by its type, or by the statement's category");
        return Optional.empty();
    }

    /// By its verb, by what its object is, or by saying that it keeps to the profile.
    private static boolean isAboutVideo(Verb verb, JsonNode statement) {
        JsonNode object = statement.path("object");
        if (!object.path("objectType").stringValue("Activity").equals("Activity")) {
            return false;
        }
        return verb.isOfVideosAlone()
                || object.path("definition").path("type").stringValue("").equals(VIDEO)
                || categories(statement)
                        .map(category -> category.path("id").stringValue(""))
                        .anyMatch(id -> id.equals(IRI) || id.startsWith(IRI + "/"));
    }

    /// An array, or before xAPI 1.0.1 the only one.
    private static Stream<JsonNode> categories(JsonNode statement) {
        JsonNode category = statement.path("context").path("contextActivities").path("category");
        return category.isArray() ? category.valueStream() : Stream.of(category);
    }
}
