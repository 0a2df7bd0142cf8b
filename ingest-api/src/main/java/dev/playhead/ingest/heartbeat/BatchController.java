package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.broker.Written;
import dev.playhead.web.caller.Caller;
import dev.playhead.web.caller.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Many heartbeats in one call.
@RestController
@RequestMapping(
        consumes = {MediaType.APPLICATION_JSON_VALUE, BatchReader.NDJSON},
        produces = MediaType.APPLICATION_JSON_VALUE)
final class BatchController {
    private static final String LINES = "The same without brackets and commas: each heartbeat on a line of its own";

    private final Batches batches;

    BatchController(Batches batches) {
        this.batches = batches;
    }

    @Operation(
            tags = "progress",
            summary = "Report many heartbeats at once",
            description = "Of students, for themselves. What a player kept while it was offline, by the array or by the"
                    + " line, gzip taken. At most 5,000 and 2 MiB unpacked. One that is wrong refuses itself alone.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        array =
                                                @ArraySchema(
                                                        schema = @Schema(implementation = BatchedBody.class),
                                                        minItems = 1,
                                                        maxItems = Batches.HEARTBEATS_MAX)),
                                @Content(
                                        mediaType = BatchReader.NDJSON,
                                        schema = @Schema(type = "string", description = LINES))
                            }))
    @AnswersBatch
    @PostMapping(Batches.BATCH_PATH)
    ResponseEntity<BatchAnswer> report(Caller caller, HttpServletRequest request) throws IOException {
        caller.require(Role.STUDENT);
        return answer(batches.take(Channel.BATCH, caller, BatchRequest.of(request)));
    }

    @Operation(
            tags = "progress",
            summary = "Bring heartbeats of another system",
            description = "Of admins, for any students. A batch in which each says whose it is; of any age and rate.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        array =
                                                @ArraySchema(
                                                        schema = @Schema(implementation = ImportedBody.class),
                                                        minItems = 1,
                                                        maxItems = Batches.HEARTBEATS_MAX)),
                                @Content(
                                        mediaType = BatchReader.NDJSON,
                                        schema = @Schema(type = "string", description = LINES))
                            }))
    @AnswersBatch
    @PostMapping(Batches.IMPORT_PATH)
    ResponseEntity<BatchAnswer> bring(Caller caller, HttpServletRequest request) throws IOException {
        caller.require(Role.ADMIN);
        return answer(batches.take(Channel.IMPORT, caller, BatchRequest.of(request)));
    }

    private static ResponseEntity<BatchAnswer> answer(Batches.Taken taken) {
        return ResponseEntity.accepted()
                .header(Written.HEADER, Written.text(taken.written()))
                .body(taken.answer());
    }
}
