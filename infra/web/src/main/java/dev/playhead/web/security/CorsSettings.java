package dev.playhead.web.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What pages of other origins may do.
///
/// @param origins none by default, so that no other site's page can call
/// @param exposedHeaders the headers of an answer that such a page may read
@ConfigurationProperties("playhead.cors")
public record CorsSettings(
        @DefaultValue List<String> origins,

        @DefaultValue({
            "ETag",
            "Retry-After",
            "RateLimit",
            "RateLimit-Policy",
            "Playhead-Written",
            "Playhead-Fresh",
            "Playhead-Refused",
            "X-Experience-API-Version"
        })
        List<String> exposedHeaders) {
    /// Whether it matters of which origin a page is.
    public boolean isEmpty() {
        return origins.isEmpty();
    }
}
