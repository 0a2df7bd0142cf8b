package dev.playhead.query.running;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/// What came back.
///
/// @param text the body as it came
/// @param json the same, read; null where it is none
public record Answer(int status, HttpHeaders headers, String text, JsonNode json) {
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
