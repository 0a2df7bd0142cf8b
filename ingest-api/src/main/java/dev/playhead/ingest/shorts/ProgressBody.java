package dev.playhead.ingest.shorts;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.playhead.ingest.heartbeat.EventTime;
import dev.playhead.schemas.id.Ids;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;

/// A report as the API's document has it. [ProgressReader] is what reads it.
@Schema(
        name = "ShortProgress",
        description = "Where a student stands in a short: by the percentage, by the position, or by both, and then the"
                + " position is where to resume and the further of the two how far it goes. Unknown fields are ignored",
        example = """
                {"shorts_id": "short-1.1-1", "watch_percentage": 50, "watch_time_seconds": 22.5,
                 "swipe_direction": "none"}""")
record ProgressBody(
        @JsonProperty("shorts_id")
        @Schema(
                description = "Which short; beside a path that names it, the same",
                types = {"string", "integer"})
        Object shortsId,

        @JsonProperty("watch_percentage")
        @Schema(
                description = "How far, from 0 to 100; null where the player does not know how long the short is",
                types = {"number", "null"})
        BigDecimal watchPercentage,

        @JsonProperty("watch_time_seconds")
        @Schema(description = "The position; one behind the end is the end", minimum = "0", maximum = "604800")
        BigDecimal watchTimeSeconds,

        @JsonProperty("swipe_direction")
        @Schema(
                description = "Which way the student leaves the short with this; none by default",
                allowableValues = {"up", "down", "none"})
        String swipeDirection,

        @JsonProperty("total_duration")
        @Schema(
                description = "Of the short, in seconds: needed where the catalog is kept elsewhere, else the catalog's"
                        + " wins, and one further off than 10 % or 5 s is refused",
                minimum = "0.0005",
                maximum = "604800")
        BigDecimal totalDuration,

        @JsonProperty("session_id") @Schema(description = "A sitting", pattern = Ids.OTHER_PATTERN)
        String sessionId,

        @JsonProperty("device_id") @Schema(description = "A device", pattern = Ids.OTHER_PATTERN)
        String deviceId,

        @JsonProperty("occurred_at") @Schema(description = EventTime.OCCURRED_AT_MEANING)
        OffsetDateTime occurredAt,

        @JsonProperty("sent_at") @Schema(description = EventTime.SENT_AT_MEANING)
        OffsetDateTime sentAt,

        @JsonProperty("event_id")
        @Schema(description = "Makes it count once, however often it is sent; by default it follows from the content")
        UUID eventId,

        @JsonProperty("student_id") @Schema(description = "Where given, the caller's own")
        String studentId) {}
