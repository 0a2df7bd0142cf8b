package dev.playhead.local.door;

import io.undertow.server.DefaultResponseListener;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a client reads when nobody answers behind the door: the same problem details that the
/// services themselves answer.
final class AwayProblem implements DefaultResponseListener {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int RETRY_AFTER_S = 2;

    /// What the proxy itself says without a body: no connection, a connection that broke, an answer
    /// that never came.
    private static final Set<Integer> AWAY = Set.of(
            StatusCodes.INTERNAL_SERVER_ERROR,
            StatusCodes.BAD_GATEWAY,
            StatusCodes.SERVICE_UNAVAILABLE,
            StatusCodes.GATEWAY_TIME_OUT);

    private final String service;

    AwayProblem(Upstream upstream) {
        service = upstream.title();
    }

    @Override
    public boolean handleDefaultResponse(HttpServerExchange exchange) {
        if (!exchange.isResponseChannelAvailable() || !AWAY.contains(exchange.getStatusCode())) {
            return false;
        }
        exchange.setStatusCode(StatusCodes.SERVICE_UNAVAILABLE);
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, "application/problem+json")
                .put(Headers.RETRY_AFTER, RETRY_AFTER_S);
        exchange.getResponseSender().send(body(exchange.getRequestPath()), StandardCharsets.UTF_8);
        return true;
    }

    private String body(String path) {
        String detail =
                service + " does not answer. It may be starting; send the request again in " + RETRY_AFTER_S + " s.";
        ObjectNode problem = JSON.createObjectNode()
                .put("type", "urn:playhead:problem:unavailable")
                .put("title", "The service is not available")
                .put("status", StatusCodes.SERVICE_UNAVAILABLE)
                .put("detail", detail)
                .put("instance", path)
                .put("retry_after", RETRY_AFTER_S)
                .put("success", false)
                .put("error", detail);
        return problem.toString();
    }
}
