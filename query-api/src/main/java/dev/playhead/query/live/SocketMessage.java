package dev.playhead.query.live;

import java.math.BigDecimal;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// What a WebSocket says of a video.
@JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
record SocketMessage(
        String videoId,
        BigDecimal watchTime,
        BigDecimal totalDuration,
        BigDecimal progressPercentage,
        boolean completed) {

    static SocketMessage of(LiveEvent event) {
        return new SocketMessage(
                event.of().material(),
                event.status().watchTime(),
                event.status().totalDuration(),
                event.status().progressPercentage(),
                event.status().completed());
    }
}
