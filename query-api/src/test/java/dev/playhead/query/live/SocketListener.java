package dev.playhead.query.live;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A client of the WebSocket, as a player is one.
final class SocketListener implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
    private volatile @Nullable WebSocket socket;
    private volatile int pings;
    private volatile int pongs;
    private volatile int closed;

    /// @param how adds to the handshake
    static SocketListener to(int port, String path, UnaryOperator<WebSocket.Builder> how) {
        SocketListener listener = new SocketListener();
        listener.socket = how.apply(CLIENT.newWebSocketBuilder())
                .buildAsync(URI.create("ws://127.0.0.1:" + port + path), listener)
                .join();
        return listener;
    }

    /// As browsers do, which can set no header.
    static SocketListener withSubprotocol(int port, String token) {
        return to(port, "/progress", builder -> builder.subprotocols("bearer", token));
    }

    /// The answer to a handshake that is refused.
    static HttpResponse<?> refused(int port, String path, UnaryOperator<WebSocket.Builder> how) {
        try (SocketListener unexpected = to(port, path, how)) {
            throw new AssertionError("It was let in: " + unexpected);
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refusal) {
                return refusal.getResponse();
            }
            throw e;
        }
    }

    WebSocket socket() {
        WebSocket open = socket;
        if (open == null) {
            throw new IllegalStateException("It is not open");
        }
        return open;
    }

    List<String> heard() {
        return List.copyOf(heard);
    }

    int pings() {
        return pings;
    }

    int pongs() {
        return pongs;
    }

    /// The code; 0 as long as it is open.
    int closed() {
        return closed;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        heard.add(text.toString());
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        pings++;
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        pongs++;
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed = code;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed = -1;
    }

    @Override
    public void close() {
        socket().abort();
    }
}
