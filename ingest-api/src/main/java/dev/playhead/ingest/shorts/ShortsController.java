package dev.playhead.ingest.shorts;

import dev.playhead.ingest.heartbeat.Arrival;
import dev.playhead.ingest.heartbeat.Channel;
import dev.playhead.ingest.heartbeat.HeartbeatMeters;
import dev.playhead.ingest.heartbeat.Throttle;
import dev.playhead.web.caller.Caller;
import dev.playhead.web.caller.Role;
import dev.playhead.web.openapi.Refuses;
import dev.playhead.web.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Where students stand in shorts. A swipe is of the report that it comes with: one event, so that
/// both are taken or neither is.
@RestController
@RequestMapping(
        path = ShortsController.PATH,
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
final class ShortsController {
    static final String PATH = "/learning/api/shorts";
    static final String TAG = "shorts";

    /// Of a mock report that does not say of what.
    private static final Optional<String> ANY = Optional.of("mock");

    private final Shorts shorts;
    private final Watching watching;
    private final Watching mock = new Watching(new MockShorts());
    private final Throttle throttle;
    private final HeartbeatMeters meters;
    private final InstantSource clock;

    ShortsController(Shorts shorts, Throttle throttle, HeartbeatMeters meters, InstantSource clock) {
        this.shorts = shorts;
        this.watching = new Watching(shorts);
        this.throttle = throttle;
        this.meters = meters;
        this.clock = clock;
    }

    @Operation(
            tags = TAG,
            summary = "Report where a student stands in a short",
            description = "Of students, for themselves. The answer comes when the brokers have acknowledged it.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ProgressBody.class))))
    @AnswersShorts
    @PostMapping("/{id}/progress")
    ResponseEntity<ProgressAnswer> progress(
            Caller caller, @PathVariable("id") String id, @RequestBody JsonNode body, HttpServletResponse response) {
        caller.require(Role.STUDENT);
        return keep(watching.judge(caller, id, body, arrival()), response);
    }

    @Operation(
            tags = TAG,
            summary = "Report where a student stands in the short that the report names",
            description = "Of students, for themselves. shorts_id is required.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ProgressBody.class))))
    @AnswersShorts
    @PostMapping("/watch")
    ResponseEntity<ProgressAnswer> watch(Caller caller, @RequestBody JsonNode body, HttpServletResponse response) {
        caller.require(Role.STUDENT);
        return keep(watching.judge(caller, body, Optional.empty(), arrival()), response);
    }

    @Operation(
            tags = TAG,
            summary = "Report where a student stands in a short of the mock catalog",
            description = "Of students. It is judged as any other, and kept nowhere.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ProgressBody.class))))
    @ApiResponse(responseCode = "200", description = "It is right")
    @Refuses(ProblemType.NOT_FOUND)
    @PostMapping("/mock/progress")
    MockAnswer pretend(Caller caller, @RequestBody JsonNode body) {
        caller.require(Role.STUDENT);
        return MockAnswer.of(mock.judge(caller, body, ANY, arrival()).orThrow(reason -> {}));
    }

    /// What is wrong is told before what is too much, and is no update that counts.
    private ResponseEntity<ProgressAnswer> keep(Ruling<Watched> ruling, HttpServletResponse response) {
        Watched watched = ruling.then(judged -> inTime(judged, response)).orThrow(meters::refused);
        return Acceptance.of(shorts.keep(watched.heartbeat()), watched.answer());
    }

    private Ruling<Watched> inTime(Watched watched, HttpServletResponse response) {
        return throttle.refusal(watched.heartbeat(), response)
                .<Ruling<Watched>>map(Ruling.Denied::new)
                .orElseGet(() -> Ruling.granted(watched));
    }

    private Arrival arrival() {
        return new Arrival(Channel.SHORTS, clock.millis());
    }
}
