package dev.playhead.ingest.xapi;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;

/// A statement as the API's document has it: what of it is read. [StatementReader] reads it.
@Schema(
        name = "Statement",
        description = "A statement of the xAPI Video Profile. What it says beyond that is ignored",
        example = """
                {"id": "86c5b148-4462-4da9-a13f-b570c27fa049",
                 "actor": {"account": {"homePage": "https://school.example.org", "name": "ana"}},
                 "verb": {"id": "https://w3id.org/xapi/video/verbs/paused"},
                 "object": {"id": "https://school.example.org/videos/video123",
                   "definition": {"type": "https://w3id.org/xapi/video/activity-type/video"}},
                 "result": {"extensions": {"https://w3id.org/xapi/video/extensions/time": 125.5}},
                 "context": {"extensions": {"https://w3id.org/xapi/video/extensions/session-id": "s-1",
                   "https://w3id.org/xapi/video/extensions/length": 600}}}""")
record StatementBody(
        @Schema(description = "Makes it count once, however often it is sent")
        UUID id,

        @Schema(description = "Where it can be told who it is, the caller")
        Map<String, Object> actor,

        @Schema(requiredMode = RequiredMode.REQUIRED) Verb verb,

        @Schema(requiredMode = RequiredMode.REQUIRED) Video object,

        @Schema(description = "Its extensions: time, or time-from and time-to")
        Map<String, Object> result,

        @Schema(description = "Its extensions: session-id, length, speed; its category")
        Map<String, Object> context,

        @Schema(description = "When it happened, by the player's clock; now by default")
        OffsetDateTime timestamp) {

    @Schema(name = "StatementVerb")
    record Verb(
            @Schema(requiredMode = RequiredMode.REQUIRED) String id) {}

    @Schema(name = "StatementObject")
    record Video(
            @Schema(description = "An IRI that names the video", requiredMode = RequiredMode.REQUIRED)
            String id,

            Map<String, Object> definition) {}
}
