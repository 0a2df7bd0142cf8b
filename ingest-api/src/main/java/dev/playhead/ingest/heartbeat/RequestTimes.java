package dev.playhead.ingest.heartbeat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpMethod;

/// How long requests of the [FastLane] took, among all others in `http_server_requests`: it stands
/// before Spring's own observation, which costs as much as judging a heartbeat does.
public final class RequestTimes {
    private static final String NAME = "http.server.requests";

    private final MeterRegistry registry;
    private final Timer accepted;

    public RequestTimes(MeterRegistry registry) {
        this.registry = registry;
        this.accepted = timer(registry, HttpServletResponse.SC_ACCEPTED, "SUCCESS");
    }

    void record(int status, long nanos) {
        Timer timer = status == HttpServletResponse.SC_ACCEPTED ? accepted : timer(registry, status, "SERVER_ERROR");
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    private static Timer timer(MeterRegistry registry, int status, String outcome) {
        return Timer.builder(NAME)
                .tag("error", "none")
                .tag("exception", "none")
                .tag("method", HttpMethod.POST.name())
                .tag("outcome", outcome)
                .tag("status", Integer.toString(status))
                .tag("uri", HeartbeatController.PATH)
                .register(registry);
    }
}
