package dev.playhead.query.live;

import dev.playhead.web.caller.Caller;
import dev.playhead.web.caller.CallerAuthentication;
import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import dev.playhead.web.security.Upgrades;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import java.io.IOException;
import java.util.Map;
import org.apache.tomcat.websocket.server.WsServerContainer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Progress over a WebSocket. The handshake is a request like any other: who may not is told so by
/// a problem. OpenAPI has no words for the rest.
@Hidden
@RestController
final class SocketController {
    private static final String PATH = "/progress";

    private final Live live;
    private final LiveSettings settings;
    private final JsonMapper json;
    private final LiveMetrics.OfKind metrics;

    SocketController(Live live, LiveSettings settings, JsonMapper json, MeterRegistry meters) {
        this.live = live;
        this.settings = settings;
        this.json = json;
        this.metrics = new LiveMetrics(meters).of("websocket");
    }

    @GetMapping(PATH)
    void socket(
            @RequestParam(name = "course_id", required = false) @Nullable String courseId,
            Caller caller,
            CallerAuthentication authentication,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        Scope scope = live.scope(caller, courseId);
        if (!Upgrades.isWebSocket(request)) {
            throw new ProblemException(Problem.malformed("This is a WebSocket; ask for the upgrade to one"));
        }
        Feed feed = live.open(scope, null, authentication, metrics);
        try {
            upgrade(new SocketEndpoint(feed, json, settings.writeMax()), request, response);
        } finally {
            if (response.getStatus() != HttpServletResponse.SC_SWITCHING_PROTOCOLS) {
                feed.cancel();
            }
        }
    }

    private static void upgrade(SocketEndpoint endpoint, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!(request.getServletContext().getAttribute(ServerContainer.class.getName())
                instanceof WsServerContainer container)) {
            throw new IllegalStateException("The server takes no WebSockets");
        }
        try {
            container.upgradeHttpToWebSocket(request, response, SocketHandshake.to(endpoint, PATH), Map.of());
        } catch (DeploymentException e) {
            throw new ServletException(e);
        }
    }
}
