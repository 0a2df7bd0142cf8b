package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.enrolment.Enrolments;
import dev.playhead.ingest.heartbeat.Verdict.Accepted;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.web.body.ArrivedBody;
import dev.playhead.web.caller.Caller;
import dev.playhead.web.caller.Role;
import dev.playhead.web.security.KnownCallers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// The way of a heartbeat that is as nearly all of them are: of a good token, in the usual form, in
/// one piece, and right. It passes by Spring's filters and its finding and calling of handlers, which
/// cost more than what is done here, by the same parts. What is anything else goes on to
/// [HeartbeatController] as if nothing had been: so whatever is refused is refused in one place.
public final class FastLane extends HttpFilter {
    /// What it is to be asked of; it takes fewer.
    public static final String PATHS = "/api/progress/video/*";

    @Serial
    private static final long serialVersionUID = 1;

    private final transient KnownCallers callers;
    private final transient Enrolments enrolments;
    private final transient Intake intake;
    private final transient Throttle throttle;
    private final transient Keeping keeping;
    private final transient ObjectReader json;
    private final transient InstantSource clock;
    private final boolean anyOrigin;
    private final long bodyBytesMax;

    /// @param anyOrigin whether answers are the same for pages of any origin
    /// @param bodyBytesMax of any request
    public FastLane(
            KnownCallers callers,
            Enrolments enrolments,
            Intake intake,
            Throttle throttle,
            Keeping keeping,
            JsonMapper json,
            InstantSource clock,
            boolean anyOrigin,
            long bodyBytesMax) {
        this.callers = callers;
        this.enrolments = enrolments;
        this.intake = intake;
        this.throttle = throttle;
        this.keeping = keeping;
        this.json = json.readerFor(Said.class);
        this.clock = clock;
        this.anyOrigin = anyOrigin;
        this.bodyBytesMax = bodyBytesMax;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws IOException, ServletException {
        long beganNanos = System.nanoTime();
        String video = UsualRequest.video(request, anyOrigin);
        Caller student = video == null ? null : callers.of(request);
        if (video == null || student == null || !mayReport(student, video)) {
            rest.doFilter(request, response);
            return;
        }
        ArrivedBody body = ArrivedBody.of(request, bodyBytesMax);
        Heartbeat heartbeat = body.isWhole() ? heartbeat(student, video, body.bytes()) : null;
        if (heartbeat == null || throttle.refusal(heartbeat, response).isPresent()) {
            rest.doFilter(body.putBack(request), response);
            return;
        }
        keeping.keep(heartbeat, request, response, beganNanos);
    }

    private boolean mayReport(Caller student, String video) {
        return student.is(Role.STUDENT) && enrolments.admit(student, video);
    }

    private @Nullable Heartbeat heartbeat(Caller student, String video, byte[] body) {
        return read(body) instanceof Said said
                        && intake.judge(student.subject(), video, said, new Arrival(Channel.PLAYER, clock.millis()))
                                instanceof Accepted accepted
                ? accepted.accepted()
                : null;
    }

    private @Nullable Said read(byte[] body) {
        try {
            return json.readValue(body);
        } catch (JacksonException wrong) {
            return null;
        }
    }
}
