package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.broker.Written;
import dev.playhead.ingest.enrolment.Enrolments;
import dev.playhead.ingest.heartbeat.Verdict.Accepted;
import dev.playhead.ingest.heartbeat.Verdict.Refused;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.id.WriteToken;
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
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Reports one by one: those that the [FastLane] does not take, and what there is to say of all.
@RestController
final class HeartbeatController {
    static final String PATH = "/api/progress/video/{video_id}/watch-time";

    private static final Map<String, String> UPDATED = Map.of("message", "Watch time updated");

    private final Enrolments enrolments;
    private final Intake intake;
    private final Throttle throttle;
    private final HeartbeatLog log;
    private final HeartbeatMeters meters;
    private final InstantSource clock;

    HeartbeatController(
            Enrolments enrolments,
            Intake intake,
            Throttle throttle,
            HeartbeatLog log,
            HeartbeatMeters meters,
            InstantSource clock) {
        this.enrolments = enrolments;
        this.intake = intake;
        this.throttle = throttle;
        this.log = log;
        this.meters = meters;
        this.clock = clock;
    }

    @Operation(
            tags = "progress",
            summary = "Report where a student stands in a video",
            description = "Of students, for themselves. The answer comes when the brokers have acknowledged it.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = HeartbeatBody.class))))
    @ApiResponse(
            responseCode = "202",
            description = "It is in the log",
            headers = {
                @Header(
                        name = Written.HEADER,
                        description = Written.MEANING,
                        required = true,
                        schema = @Schema(type = "string")),
                @Header(
                        name = RateLimitHeaders.POLICY,
                        description = RateLimitHeaders.POLICY_MEANING,
                        required = true,
                        schema = @Schema(type = "string")),
                @Header(
                        name = RateLimitHeaders.LEFT,
                        description = RateLimitHeaders.LEFT_MEANING,
                        required = true,
                        schema = @Schema(type = "string"))
            },
            content = @Content(schema = @Schema(implementation = HeartbeatBody.Updated.class)))
    @Refuses({ProblemType.NOT_FOUND, ProblemType.TOO_MANY_REQUESTS, ProblemType.UNAVAILABLE})
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> report(
            Caller caller,
            @PathVariable("video_id") String video,
            @RequestBody Said said,
            HttpServletResponse response) {
        caller.require(Role.STUDENT);
        enrolments.require(caller, video);
        Arrival arrival = new Arrival(Channel.PLAYER, clock.millis());
        return switch (intake.judge(caller.subject(), video, said, arrival)) {
            case Accepted accepted -> keep(accepted.accepted(), response);
            case Refused refused -> throw refusal(refused);
        };
    }

    /// What is wrong is told before what is too much, and is no update that counts.
    private ResponseEntity<Map<String, String>> keep(Heartbeat heartbeat, HttpServletResponse response) {
        throttle.refusal(heartbeat, response).ifPresent(refused -> {
            throw refusal(refused);
        });
        WriteToken written = log.append(heartbeat);
        return ResponseEntity.accepted().header(Written.HEADER, written.text()).body(UPDATED);
    }

    private ProblemException refusal(Refused refused) {
        meters.refused(refused.reason());
        return new ProblemException(refused.problem());
    }
}
