package dev.playhead.query.live;

import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A block of a stream of events, as it came.
record Heard(String text) {
    String event() {
        return field("event");
    }

    String id() {
        return field("id");
    }

    JsonNode data() {
        return JsonMapper.shared().readTree(field("data"));
    }

    boolean isComment() {
        return text.startsWith(":");
    }

    boolean isProgress() {
        return event().equals("progress");
    }

    String video() {
        return data().path("video_id").asString();
    }

    double watchTime() {
        return data().path("watch_time").asDouble();
    }

    /// Such as `video123=12.5`.
    String brief() {
        return isProgress() ? video() + "=" + watchTime() : event() + " " + field("data");
    }

    private String field(String name) {
        return Arrays.stream(text.split("\n", -1))
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("");
    }
}
