package dev.playhead.query.live;

import dev.playhead.web.caller.Caller;
import dev.playhead.web.caller.CallerAuthentication;
import dev.playhead.web.openapi.Refuses;
import dev.playhead.web.problem.ProblemType;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import tools.jackson.databind.json.JsonMapper;

/// Progress as server-sent events.
@RestController
final class LiveController {
    private static final String PATH = "/api/progress/live";
    private static final long UNTIL_IT_ENDS = 0;

    /// Not all at the same moment.
    private static final long RETRY_MS_MIN = 1_000;

    private static final long RETRY_MS_MAX = 3_000;

    private final Live live;
    private final EventText text;
    private final LiveMetrics.OfKind metrics;

    LiveController(Live live, JsonMapper json, MeterRegistry meters) {
        this.live = live;
        this.text = new EventText(json);
        this.metrics = new LiveMetrics(meters).of("events");
    }

    @Operation(
            operationId = "liveProgress",
            summary = "Progress as it happens, as server-sent events",
            description = """
                    The caller's own, or that of a course's students. `progress` has the student, the video and its \
                    status. `reset` says that what it names is void, a video of a student, a student or a course; the \
                    states follow. An `id` without data says how far the stream is. A comment comes every 15 s. With \
                    `Last-Event-ID` the stream goes on where it was: with the latest state of each video that changed \
                    since, or, after too long, with `reset` and every state. It ends when the token expires.""")
    @ApiResponse(
            responseCode = "200",
            description = "A stream without an end",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject("""
                                            : open
                                            retry: 1700
                                            id: AQAAAAAAAAAqMx2Gxw

                                            event: progress
                                            id: AQAAAAAAAAArf2Kx0Q
                                            data: {"student_id":"ana","video_id":"video123","watch_time":125.5,\
                                            "total_duration":600,"progress_percentage":20.92,"completed":false,\
                                            "completed_at":null,"watched_seconds":125.5,\
                                            "last_watched":"2026-11-21T08:00:00Z","resume_at":125.5,"attempt":1}
                                            """)))
    @Refuses({ProblemType.NOT_FOUND, ProblemType.TOO_MANY_REQUESTS, ProblemType.UNAVAILABLE})
    @GetMapping(path = PATH, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<ResponseBodyEmitter> live(
            @Parameter(description = "Of this course's students, for those who teach it and for administrators")
                    @RequestParam(name = "course_id", required = false)
                    @Nullable String courseId,
            @Parameter(description = "The `id` that the client has seen last")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable String lastEventId,
            Caller caller,
            CallerAuthentication authentication) {
        Feed feed = live.open(live.scope(caller, courseId), lastEventId, authentication, metrics);
        ResponseBodyEmitter emitter = new ResponseBodyEmitter(UNTIL_IT_ENDS);
        emitter.onCompletion(feed::gone);
        emitter.onError(failure -> feed.gone());
        long retryMs = ThreadLocalRandom.current().nextLong(RETRY_MS_MIN, RETRY_MS_MAX);
        feed.start(new EventOutlet(emitter, text, retryMs));
        return headers().body(emitter);
    }

    /// The headers alone: Spring would open a stream that nobody reads.
    @Operation(hidden = true)
    @RequestMapping(method = RequestMethod.HEAD, path = PATH)
    ResponseEntity<Void> head(
            @RequestParam(name = "course_id", required = false) @Nullable String courseId, Caller caller) {
        live.scope(caller, courseId);
        return headers().build();
    }

    private static ResponseEntity.BodyBuilder headers() {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no");
    }
}
