package dev.playhead.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// The limits and rules of the API's port.
///
/// @param maxBody the largest body that is read
/// @param cors which other origins a browser may call from
@ConfigurationProperties("playhead.web")
public record WebSettings(
        @DefaultValue("1MB") DataSize maxBody, @DefaultValue Cors cors) {

    /// What pages of other origins may do.
    ///
    /// @param allowedOrigins none by default, so that no other site's page can call
    /// @param exposedHeaders the headers of an answer that such a page may read
    public record Cors(
            @DefaultValue List<String> allowedOrigins,

            @DefaultValue({
                "ETag",
                "Retry-After",
                "RateLimit",
                "RateLimit-Policy",
                "RateLimit-Limit",
                "RateLimit-Remaining",
                "RateLimit-Reset",
                "Playhead-Written",
                "Playhead-Fresh"
            })
            List<String> exposedHeaders) {}
}
