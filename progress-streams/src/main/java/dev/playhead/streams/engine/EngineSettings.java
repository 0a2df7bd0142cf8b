package dev.playhead.streams.engine;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What is ours to set; all else is Kafka's and stands under `spring.kafka`.
///
/// @param memory of all state stores together, outside the heap
/// @param pauseAfterFailure how long a thread that failed waits before another takes its place
/// @param closeWithin how long a stop waits for work under way
/// @param standbys how many other instances keep a copy of each task's state
@ConfigurationProperties("playhead.streams")
record EngineSettings(
        @DefaultValue("64MB") DataSize memory,
        @DefaultValue("2s") Duration pauseAfterFailure,
        @DefaultValue("20s") Duration closeWithin,
        @DefaultValue("0") int standbys) {}
