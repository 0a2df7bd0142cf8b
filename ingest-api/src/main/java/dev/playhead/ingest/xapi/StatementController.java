package dev.playhead.ingest.xapi;

import dev.playhead.ingest.broker.Written;
import dev.playhead.ingest.heartbeat.HeartbeatLog;
import dev.playhead.ingest.heartbeat.HeartbeatMeters;
import dev.playhead.ingest.heartbeat.RateLimitHeaders;
import dev.playhead.ingest.heartbeat.Throttle;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.web.caller.Caller;
import dev.playhead.web.caller.Role;
import dev.playhead.web.openapi.Refuses;
import dev.playhead.web.problem.ProblemException;
import dev.playhead.web.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Answers as a learning record store does, save that of several statements it takes those it can,
/// where a store takes all or none.
@RestController
final class StatementController {
    private static final String PATH = "/xapi/statements";

    private final Statements statements;
    private final Throttle throttle;
    private final HeartbeatLog log;
    private final HeartbeatMeters meters;
    private final InstantSource clock;

    StatementController(
            Statements statements, Throttle throttle, HeartbeatLog log, HeartbeatMeters meters, InstantSource clock) {
        this.statements = statements;
        this.throttle = throttle;
        this.log = log;
        this.meters = meters;
        this.clock = clock;
    }

    @Operation(
            tags = "xapi",
            summary = "Report by statements of the xAPI Video Profile",
            description = "Of students, for themselves. One statement or an array; those that can be taken are, and"
                    + " the header Playhead-Refused says which were not.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(oneOf = {StatementBody.class, StatementBody[].class}))))
    @ApiResponse(
            responseCode = "200",
            description = "The statements' ids",
            headers = {
                @Header(
                        name = ExperienceApiVersion.HEADER,
                        description = ExperienceApiVersion.MEANING,
                        required = true,
                        schema = @Schema(type = "string")),
                @Header(name = Written.HEADER, description = Written.MEANING, schema = @Schema(type = "string")),
                @Header(
                        name = Refusals.HEADER,
                        description = "Where others were not taken: which, by number from 0, and why",
                        schema = @Schema(type = "string")),
                @Header(
                        name = RateLimitHeaders.POLICY,
                        description = RateLimitHeaders.POLICY_MEANING,
                        schema = @Schema(type = "string")),
                @Header(
                        name = RateLimitHeaders.LEFT,
                        description = RateLimitHeaders.LEFT_MEANING,
                        schema = @Schema(type = "string"))
            })
    @Refuses({ProblemType.TOO_MANY_REQUESTS, ProblemType.UNAVAILABLE})
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<String>> post(
            Caller caller,
            @RequestHeader(name = ExperienceApiVersion.HEADER, required = false) @Nullable String version,
            @RequestBody JsonNode body,
            HttpServletResponse response) {
        caller.require(Role.STUDENT);
        HttpHeaders headers = headers(version);
        StatementBatch batch = judge(caller, body, response);
        keep(batch, headers);
        return new ResponseEntity<>(batch.ids(), headers, HttpStatus.OK);
    }

    @Operation(
            tags = "xapi",
            summary = "Report by a statement that has an id",
            description = "Of students, for themselves.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = StatementBody.class))))
    @ApiResponse(
            responseCode = "204",
            description = "It is in the log",
            headers = {
                @Header(
                        name = ExperienceApiVersion.HEADER,
                        description = ExperienceApiVersion.MEANING,
                        required = true,
                        schema = @Schema(type = "string")),
                @Header(name = Written.HEADER, description = Written.MEANING, schema = @Schema(type = "string")),
                @Header(
                        name = RateLimitHeaders.POLICY,
                        description = RateLimitHeaders.POLICY_MEANING,
                        schema = @Schema(type = "string")),
                @Header(
                        name = RateLimitHeaders.LEFT,
                        description = RateLimitHeaders.LEFT_MEANING,
                        schema = @Schema(type = "string"))
            })
    @Refuses({ProblemType.TOO_MANY_REQUESTS, ProblemType.UNAVAILABLE})
    @PutMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> put(
            Caller caller,
            @RequestHeader(name = ExperienceApiVersion.HEADER, required = false) @Nullable String version,
            @RequestParam("statementId") String id,
            @RequestBody JsonNode body,
            HttpServletResponse response) {
        caller.require(Role.STUDENT);
        HttpHeaders headers = headers(version);
        keep(judge(caller, NamedStatement.of(id, body), response), headers);
        return new ResponseEntity<>(headers, HttpStatus.NO_CONTENT);
    }

    private StatementBatch judge(Caller caller, JsonNode body, HttpServletResponse response) {
        StatementBatch batch = StatementBatch.judge(statements, caller, body, clock.millis());
        if (body.isArray()) {
            return batch.within(throttle);
        }
        batch.rulings().getFirst().update().ifPresent(update -> requireInTime(update, response));
        return batch;
    }

    private void requireInTime(Heartbeat update, HttpServletResponse response) {
        throttle.refusal(update, response).ifPresent(refused -> {
            meters.refused(refused.reason());
            throw new ProblemException(refused.problem());
        });
    }

    private static HttpHeaders headers(@Nullable String version) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(ExperienceApiVersion.HEADER, ExperienceApiVersion.agreed(version));
        return headers;
    }

    private void keep(StatementBatch batch, HttpHeaders headers) {
        batch.refused().forEach(refused -> meters.refused(refused.reason()));
        if (batch.ids().isEmpty()) {
            throw new ProblemException(Refusals.problem(batch.refused()));
        }
        if (!batch.refused().isEmpty()) {
            headers.set(Refusals.HEADER, Refusals.told(batch.rulings()));
        }
        List<Heartbeat> heartbeats = batch.heartbeats();
        if (!heartbeats.isEmpty()) {
            // All are one student's, so who has seen the last has seen all.
            headers.set(Written.HEADER, log.append(heartbeats).getLast().text());
        }
    }
}
