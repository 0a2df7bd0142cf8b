package dev.playhead.query.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// To a client on a WebSocket. It says states and nothing else: no ids, no resets.
final class SocketOutlet implements Outlet {
    private static final Logger log = LoggerFactory.getLogger(SocketOutlet.class);

    private final Session session;
    private final JsonMapper json;

    SocketOutlet(Session session, JsonMapper json) {
        this.session = session;
        this.json = json;
    }

    @Override
    public void open(@Nullable String id) {}

    @Override
    public void reset(Scope scope) {}

    @Override
    public void send(List<LiveEvent> events) throws IOException {
        for (LiveEvent each : events) {
            String message = json.writeValueAsString(SocketMessage.of(each));
            write(() -> session.getBasicRemote().sendText(message));
        }
    }

    @Override
    public void stillHere(@Nullable String id) throws IOException {
        write(() -> session.getBasicRemote().sendPing(ByteBuffer.allocate(0)));
    }

    @Override
    public void close(Ending why) {
        try {
            session.close(new CloseReason(code(why), why.label()));
        } catch (IOException | IllegalStateException e) {
            log.debug("It was closed already", e);
        }
    }

    private static CloseReason.CloseCode code(Ending why) {
        return switch (why) {
            case GONE -> CloseCodes.NORMAL_CLOSURE;
            case EXPIRED -> CloseCodes.VIOLATED_POLICY;
            case STOPPED -> CloseCodes.SERVICE_RESTART;
            case SLOW, BEHIND -> CloseCodes.TRY_AGAIN_LATER;
            case FAILED -> CloseCodes.UNEXPECTED_CONDITION;
        };
    }

    /// Who has left, the container may have noticed before we do.
    private static void write(Writing writing) throws IOException {
        try {
            writing.run();
        } catch (IllegalStateException e) {
            throw new IOException("The session is over", e);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }
}
