package dev.playhead.query.live;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.playhead.query.progress.VideoStatus;

/// The data of an event.
record LiveProgress(
        String studentId, String videoId, @JsonUnwrapped VideoStatus status) {

    static LiveProgress of(LiveEvent event) {
        return new LiveProgress(event.of().student(), event.of().material(), event.status());
    }
}
