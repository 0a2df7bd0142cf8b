package dev.playhead.ingest.shorts;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.playhead.ingest.heartbeat.EventTime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.UUID;

/// What can be said of a share, as the API's document has it. [ShareReader] is what reads it.
@Schema(name = "ShortShare", description = "Unknown fields are ignored", example = "{\"channel\": \"link\"}")
record ShareBody(
        @Schema(description = "Where it was shared to", minLength = 1, maxLength = ShareReader.CHANNEL_MAX)
        String channel,

        @JsonProperty("occurred_at") @Schema(description = EventTime.OCCURRED_AT_MEANING)
        OffsetDateTime occurredAt,

        @JsonProperty("sent_at") @Schema(description = EventTime.SENT_AT_MEANING)
        OffsetDateTime sentAt,

        @JsonProperty("event_id")
        @Schema(description = "Makes it count once, however often it is sent; by default it follows from the content")
        UUID eventId,

        @JsonProperty("student_id") @Schema(description = "Where given, the caller's own")
        String studentId) {}
