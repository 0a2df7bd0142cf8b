package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.broker.Written;
import dev.playhead.web.caller.Caller;
import dev.playhead.web.caller.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Many heartbeats in one call.
@RestController
final class BatchController {
    private final Batches batches;

    BatchController(Batches batches) {
        this.batches = batches;
    }

    @PostMapping(
            path = Batches.BATCH_PATH,
            consumes = {MediaType.APPLICATION_JSON_VALUE, BatchReader.NDJSON},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<BatchAnswer> report(Caller caller, HttpServletRequest request) throws IOException {
        caller.require(Role.STUDENT);
        return answer(batches.take(Channel.BATCH, caller, BatchRequest.of(request)));
    }

    @PostMapping(
            path = Batches.IMPORT_PATH,
            consumes = {MediaType.APPLICATION_JSON_VALUE, BatchReader.NDJSON},
            produces = MediaType.APPLICATION_JSON_VALUE)
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
