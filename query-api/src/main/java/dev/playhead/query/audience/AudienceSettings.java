package dev.playhead.query.audience;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What is said of an audience.
///
/// @param viewersMin of fewer nothing is said along the video, so that it identifies nobody
@ConfigurationProperties("playhead.audience")
public record AudienceSettings(@DefaultValue("5") int viewersMin) {

    public AudienceSettings {
        if (viewersMin < 0) {
            throw new IllegalArgumentException("playhead.audience.viewers-min is at least 0");
        }
    }
}
