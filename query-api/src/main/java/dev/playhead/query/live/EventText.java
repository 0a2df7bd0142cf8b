package dev.playhead.query.live;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Server-sent events as text. An id without data sets the client's `Last-Event-ID` and makes no
/// event.
final class EventText {
    private final JsonMapper json;

    EventText(JsonMapper json) {
        this.json = json;
    }

    String open(long retryMs, @Nullable String id) {
        return ": open\nretry: " + retryMs + "\n" + id(id) + "\n";
    }

    String comment(@Nullable String id) {
        return ":\n" + id(id) + "\n";
    }

    String reset(LiveReset reset) {
        return "event: reset\ndata: " + json.writeValueAsString(reset) + "\n\n";
    }

    String progress(LiveEvent event) {
        String before = event.isReset() ? reset(LiveReset.of(event.of())) : "";
        return before + "event: progress\n" + id(event.id()) + "data: "
                + json.writeValueAsString(LiveProgress.of(event)) + "\n\n";
    }

    private static String id(@Nullable String id) {
        return id == null ? "" : "id: " + id + "\n";
    }
}
