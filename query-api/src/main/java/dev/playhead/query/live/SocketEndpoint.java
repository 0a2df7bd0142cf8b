package dev.playhead.query.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/// One client's WebSocket. It listens to no message: what a client says is read and dropped by the
/// container, which answers pings too.
final class SocketEndpoint extends Endpoint {
    private static final String WRITE_MS_MAX = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

    private final Feed feed;
    private final JsonMapper json;
    private final Duration writeMax;

    SocketEndpoint(Feed feed, JsonMapper json, Duration writeMax) {
        this.feed = feed;
        this.json = json;
        this.writeMax = writeMax;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.getUserProperties().put(WRITE_MS_MAX, writeMax.toMillis());
        feed.start(new SocketOutlet(session, json));
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        feed.gone();
    }

    @Override
    public void onError(Session session, Throwable failure) {
        feed.gone();
    }
}
