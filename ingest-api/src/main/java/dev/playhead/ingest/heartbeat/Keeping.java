package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.broker.Written;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.web.problem.ProblemException;
import dev.playhead.web.problem.ProblemWriter;
import dev.playhead.web.security.AnswerHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/// The end of the [FastLane]: puts a heartbeat in the log, and answers. From here on nobody else can:
/// it counts against the rate, and may be in the log whatever happens.
public final class Keeping {
    private static final byte[] UPDATED = "{\"message\":\"Watch time updated\"}".getBytes(StandardCharsets.UTF_8);

    private final HeartbeatLog log;
    private final AnswerHeaders headers;
    private final ProblemWriter problems;
    private final RequestTimes times;

    public Keeping(HeartbeatLog log, AnswerHeaders headers, ProblemWriter problems, RequestTimes times) {
        this.log = log;
        this.headers = headers;
        this.problems = problems;
        this.times = times;
    }

    void keep(Heartbeat heartbeat, HttpServletRequest request, HttpServletResponse response, long beganNanos)
            throws IOException {
        headers.writeHeaders(request, response);
        try {
            response.setHeader(Written.HEADER, log.append(heartbeat).text());
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setContentLength(UPDATED.length);
            response.getOutputStream().write(UPDATED);
        } catch (ProblemException e) {
            problems.write(e.problem(), request, response);
        } finally {
            times.record(response.getStatus(), System.nanoTime() - beganNanos);
        }
    }
}
