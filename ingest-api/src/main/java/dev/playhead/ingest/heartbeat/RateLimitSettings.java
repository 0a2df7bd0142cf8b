package dev.playhead.ingest.heartbeat;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How many updates of a student and a video are taken.
///
/// @param every one in that time
/// @param burst at once after a pause
/// @param keysMax of how many students' videos this instance remembers it
public record RateLimitSettings(
        @DefaultValue("1s") Duration every,
        @DefaultValue("3") int burst,
        @DefaultValue("100000") long keysMax) {
    public RateLimitSettings {
        if (every.toMillis() < 1 || burst < 1 || keysMax < 1) {
            throw new IllegalArgumentException(
                    "playhead.rate-limit: every is 1ms or more, burst and keys-max 1 or more");
        }
    }

    Rate rate() {
        return new Rate(every, burst);
    }
}
