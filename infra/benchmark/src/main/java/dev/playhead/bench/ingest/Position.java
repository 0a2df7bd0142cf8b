package dev.playhead.bench.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What the limits read of a heartbeat.
record Position(
        @JsonProperty("watch_time") double watchTime,
        @JsonProperty("total_duration") double totalDuration) {
    private static final double PERCENT = 100;

    boolean isValid() {
        return watchTime >= 0 && totalDuration > 0 && watchTime <= totalDuration;
    }

    double percentage() {
        return PERCENT * watchTime / totalDuration;
    }
}
