package dev.playhead.testing.sample;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Builds statements of the xAPI Video Profile as its reference player writes them: with all that
/// stands beside what matters. Unless told otherwise, `ana` watches `video123`.
public final class XapiStatement {
    private static final String PROFILE = "https://w3id.org/xapi/video";

    private final ObjectNode statement = JsonMapper.shared().createObjectNode();

    private XapiStatement(String verb) {
        statement.put("id", UUID.randomUUID().toString());
        statement.putObject("actor").put("objectType", "Agent").put("mbox", "mailto:ana@example.org");
        statement
                .putObject("verb")
                .put("id", verb)
                .putObject("display")
                .put("en-US", verb.substring(verb.lastIndexOf('/') + 1));
        ObjectNode object = statement.putObject("object");
        object.put("objectType", "Activity").put("id", "https://videos.example.org/watch/video123");
        ObjectNode definition = object.putObject("definition");
        definition.put("type", PROFILE + "/activity-type/video");
        definition.putObject("name").put("en-US", "A video");
        ObjectNode context = statement.putObject("context");
        context.putObject("contextActivities").putArray("category").addObject().put("id", PROFILE);
        context.putObject("extensions").put(PROFILE + "/extensions/volume", 1);
    }

    /// With a verb of everyone's.
    public static XapiStatement common(String verb) {
        return new XapiStatement("http://adlnet.gov/expapi/verbs/" + verb);
    }

    /// With a verb of the profile's own.
    public static XapiStatement video(String verb) {
        return new XapiStatement(PROFILE + "/verbs/" + verb);
    }

    public XapiStatement id(String id) {
        statement.put("id", id);
        return this;
    }

    public XapiStatement object(String iri) {
        statement.withObject("/object").put("id", iri);
        return this;
    }

    public XapiStatement account(String name) {
        statement
                .putObject("actor")
                .putObject("account")
                .put("homePage", "https://lms.example.org")
                .put("name", name);
        return this;
    }

    public XapiStatement session(String id) {
        statement.withObject("/context/extensions").put(PROFILE + "/extensions/session-id", id);
        return this;
    }

    public XapiStatement length(double seconds) {
        statement.withObject("/context/extensions").put(PROFILE + "/extensions/length", seconds);
        return this;
    }

    public XapiStatement occurredAt(Instant time) {
        statement.put("timestamp", time.toString());
        return this;
    }

    public XapiStatement time(double seconds) {
        return result("time", seconds);
    }

    public XapiStatement seek(double from, double to) {
        return result("time-from", from).result("time-to", to);
    }

    /// All that the session played, as the profile has it: `0[.]30[,]100[.]120`.
    public XapiStatement playedSegments(String segments) {
        statement.withObject("/result/extensions").put(PROFILE + "/extensions/played-segments", segments);
        return this;
    }

    public String json() {
        return statement.toString();
    }

    private XapiStatement result(String name, double value) {
        statement.withObject("/result/extensions").put(PROFILE + "/extensions/" + name, value);
        return this;
    }
}
