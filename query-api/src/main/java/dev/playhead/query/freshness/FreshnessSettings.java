package dev.playhead.query.freshness;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How reads wait for writes.
///
/// @param waitMax how long a read waits for the write it was given
/// @param recheck how often the database is asked while somebody waits, by all that wait together
/// @param waitersMax past so many, a read answers at once with what there is
@ConfigurationProperties("playhead.freshness")
public record FreshnessSettings(
        @DefaultValue("2s") Duration waitMax,
        @DefaultValue("20ms") Duration recheck,
        @DefaultValue("1000") int waitersMax) {}
