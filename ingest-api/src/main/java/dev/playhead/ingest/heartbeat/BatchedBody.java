package dev.playhead.ingest.heartbeat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.playhead.schemas.id.Ids;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.OffsetDateTime;

/// A report among others, as the API's document has it.
@Schema(
        name = "BatchedHeartbeat",
        description = "A heartbeat that says of which video it is, and when it happened",
        allOf = HeartbeatBody.class,
        example = BatchedBody.EXAMPLE)
record BatchedBody(
        @JsonProperty("video_id") @Schema(pattern = Ids.OTHER_PATTERN, requiredMode = RequiredMode.REQUIRED)
        String videoId,

        @JsonProperty("occurred_at")
        @Schema(
                description = "When it happened, by the client's clock: at most 5 min ahead, 30 days ago",
                requiredMode = RequiredMode.REQUIRED)
        OffsetDateTime occurredAt) {

    static final String EXAMPLE = """
            {"video_id": "video123", "watch_time": 125.5, "total_duration": 600, "event": "playing",
             "occurred_at": "2026-11-21T08:30:00Z", "sent_at": "2026-11-21T08:30:05Z"}""";
}
