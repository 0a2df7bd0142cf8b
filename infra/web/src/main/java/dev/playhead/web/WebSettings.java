package dev.playhead.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// The limits and rules of the API's port.
///
/// @param maxBody the largest body that is read
/// @param maxBodyTime how long a body may take to come, however little at a time
/// @param accessLog whether each request is a line in the log
@ConfigurationProperties("playhead.web")
public record WebSettings(
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("30s") Duration maxBodyTime,
        @DefaultValue("false") boolean accessLog) {}
