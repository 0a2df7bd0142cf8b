package dev.playhead.web.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.playhead.web.json.RefuseUnknown;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A lenient body, with one of each kind of value.
public record SampleBody(
        @Nullable Double watchTime,
        @Nullable Integer sequence,
        @Nullable Boolean muted,
        @Nullable String title,
        @Nullable Kind kind,
        @Nullable Instant sentAt,
        @Nullable List<Part> parts) {

    public enum Kind {
        @JsonProperty("playing")
        PLAYING,
        @JsonProperty("paused")
        PAUSED
    }

    public record Part(@Nullable String id, double lengthSeconds) {}

    /// A strict body: it and its parts refuse what they do not know.
    @RefuseUnknown
    public record Strict(@Nullable String title, @Nullable List<StrictPart> parts) {}

    @RefuseUnknown
    public record StrictPart(@Nullable String id) {}
}
