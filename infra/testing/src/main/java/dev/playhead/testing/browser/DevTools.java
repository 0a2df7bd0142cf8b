package dev.playhead.testing.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The protocol: calls with a number, answers that name it, and events of sessions, one for each tab.
final class DevTools implements WebSocket.Listener, AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    private final AtomicInteger lastCall = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final Map<String, Consumer<JsonNode>> listeners = new ConcurrentHashMap<>();
    private final StringBuilder message = new StringBuilder();
    private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

    private DevTools() {}

    static DevTools at(URI address) {
        DevTools tools = new DevTools();
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, tools)
                .thenAccept(tools.socket::complete)
                .join();
        return tools;
    }

    /// @param session of a tab; null for the browser itself
    JsonNode call(@Nullable String session, String method, Map<String, ?> parameters) {
        int number = lastCall.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(number, answer);
        var call = JSON.createObjectNode().put("id", number).put("method", method);
        call.set("params", JSON.valueToTree(parameters));
        if (session != null) {
            call.put("sessionId", session);
        }
        synchronized (socket) {
            socket.join().sendText(call.toString(), true).join();
        }
        JsonNode told =
                answer.orTimeout(ANSWER_WITHIN.toSeconds(), TimeUnit.SECONDS).join();
        if (told.has("error")) {
            throw new IllegalStateException(method + ": " + told.path("error"));
        }
        return told.path("result");
    }

    void listen(String session, Consumer<JsonNode> listener) {
        listeners.put(session, listener);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        message.append(text);
        if (last) {
            JsonNode whole = JSON.readTree(message.toString());
            message.setLength(0);
            take(whole);
        }
        from.request(1);
        return null;
    }

    private void take(JsonNode whole) {
        if (whole.has("id")) {
            CompletableFuture<JsonNode> answer = waiting.remove(whole.path("id").asInt());
            if (answer != null) {
                answer.complete(whole);
            }
            return;
        }
        Consumer<JsonNode> listener = listeners.get(whole.path("sessionId").asString(""));
        if (listener != null) {
            listener.accept(whole);
        }
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        waiting.values().forEach(each -> each.completeExceptionally(failure));
    }

    @Override
    public void close() {
        socket.join().abort();
    }
}
