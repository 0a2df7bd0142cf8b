package dev.playhead.ingest.heartbeat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/// A report of an import, as the API's document has it.
@Schema(
        name = "ImportedHeartbeat",
        description = "A heartbeat of a batch that says whose it is, and may be of any age",
        allOf = BatchedBody.class,
        example = ImportedBody.EXAMPLE)
record ImportedBody(
        @JsonProperty("student_id") @Schema(maxLength = 255, requiredMode = RequiredMode.REQUIRED)
        String studentId) {

    static final String EXAMPLE = """
            {"student_id": "ana", "video_id": "video123", "watch_time": 600, "total_duration": 600, "event": "ended",
             "occurred_at": "2024-02-29T08:30:00Z"}""";
}
