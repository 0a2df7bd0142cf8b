package dev.playhead.ingest.heartbeat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.playhead.schemas.id.Ids;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/// A report as the API's document has it. [ReportReader] is what reads it.
@Schema(
        name = "Heartbeat",
        description = "Where a student stands in a video. Unknown fields are ignored",
        example = """
                {"watch_time": 125.5, "total_duration": 600, "event": "playing", "session_id": "s-1", "sequence": 12,
                 "played": [[115.5, 125.5]]}""")
record HeartbeatBody(
        @JsonProperty("watch_time")
        @Schema(
                description = "The position, in seconds; not more than total_duration",
                minimum = "0",
                maximum = "604800",
                requiredMode = RequiredMode.REQUIRED)
        BigDecimal watchTime,

        @JsonProperty("total_duration")
        @Schema(
                description =
                        "Of the video, in seconds. The catalog's wins; one further off than 10 % or 5 s is refused",
                minimum = "0.0005",
                maximum = "604800",
                requiredMode = RequiredMode.REQUIRED)
        BigDecimal totalDuration,

        @Schema(
                description = "What the player did; playing by default",
                allowableValues = {"playing", "paused", "seeked", "ended", "closed"})
        String event,

        @JsonProperty("session_id") @Schema(description = "A sitting", pattern = Ids.OTHER_PATTERN)
        String sessionId,

        @Schema(description = "Counts within the session", minimum = "0")
        Long sequence,

        @JsonProperty("device_id") @Schema(description = "A device", pattern = Ids.OTHER_PATTERN)
        String deviceId,

        @JsonProperty("playback_rate") @Schema(minimum = "0", maximum = "16")
        BigDecimal playbackRate,

        @JsonProperty("occurred_at") @Schema(description = EventTime.OCCURRED_AT_MEANING)
        OffsetDateTime occurredAt,

        @JsonProperty("sent_at") @Schema(description = EventTime.SENT_AT_MEANING)
        OffsetDateTime sentAt,

        @JsonProperty("event_id")
        @Schema(description = "Makes it count once, however often it is sent; by default it follows from the content")
        UUID eventId,

        @ArraySchema(
                arraySchema = @Schema(description = "What was played: pairs of seconds [from, to]"),
                maxItems = PlayedReader.SEGMENTS_MAX)
        List<List<BigDecimal>> played,

        @JsonProperty("student_id") @Schema(description = "Where given, the caller's own")
        String studentId) {

    @Schema(
            name = "HeartbeatAccepted",
            example = "{\"message\": \"Watch time updated\"}",
            additionalProperties = AdditionalPropertiesValue.FALSE)
    record Updated(
            @Schema(requiredMode = RequiredMode.REQUIRED) String message) {}
}
