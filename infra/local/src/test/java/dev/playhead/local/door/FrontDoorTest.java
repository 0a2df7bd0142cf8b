package dev.playhead.local.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.testing.parts.FreePorts;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.util.HttpString;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontDoorTest {
    private final int ingestPort = FreePorts.next();
    private final int queryPort = FreePorts.next();
    private final int port = FreePorts.next();
    private final FrontDoor door = FrontDoor.open(port, uri(ingestPort), uri(queryPort));
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private @Nullable Undertow upstream;

    @AfterEach
    void close() {
        client.close();
        door.close();
        if (upstream != null) {
            upstream.stop();
        }
    }

    @Test
    void a_request_and_its_answer_come_through_unchanged() throws Exception {
        serve(ingestPort, exchange -> {
            exchange.getResponseHeaders().put(HttpString.tryFromString("Playhead-Written"), "a-token");
            exchange.setStatusCode(202);
            String seen = exchange.getRequestURI() + "?" + exchange.getQueryString() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestHeaders().getFirst("Playhead-Read-After");
            exchange.getResponseSender().send(seen);
        });

        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(uri(port).resolve("/api/students/auth0%7Cana%2Fb/x?limit=%7C1"))
                        .header("Authorization", "Bearer t")
                        .header("Playhead-Read-After", "w1,w2")
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Playhead-Written")).hasValue("a-token");
        assertThat(answer.body()).isEqualTo("/api/students/auth0%7Cana%2Fb/x?limit=%7C1 Bearer t w1,w2");
    }

    @Test
    void nobody_behind_the_door_is_a_problem_with_a_time_to_come_back() throws Exception {
        HttpResponse<String> answer = get("/api/catalog/courses");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(answer.body())
                .contains("\"type\":\"urn:playhead:problem:unavailable\"", "\"status\":503", "\"success\":false")
                .contains("\"instance\":\"/api/catalog/courses\"", "query-api does not answer");
    }

    @Test
    void who_comes_back_is_found_again() throws Exception {
        assertThat(get("/x").statusCode()).isEqualTo(503);

        serve(queryPort, exchange -> exchange.getResponseSender().send("here"));

        assertThat(get("/x").body()).isEqualTo("here");
    }

    @Test
    void an_answer_of_status_503_stays_as_it_was_written() throws Exception {
        serve(queryPort, exchange -> {
            exchange.setStatusCode(503);
            exchange.getResponseSender().send("its own words");
        });

        assertThat(get("/x").body()).isEqualTo("its own words");
    }

    @Test
    void events_pass_as_they_are_written() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        serve(
                queryPort,
                exchange -> exchange.dispatch(() -> {
                    exchange.startBlocking();
                    try (var stream = exchange.getOutputStream()) {
                        stream.write("event: progress\n".getBytes(StandardCharsets.UTF_8));
                        stream.flush();
                        // The stream stays open until the client has the first event.
                        seen.await();
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }));

        HttpResponse<Stream<String>> answer = client.send(
                HttpRequest.newBuilder(uri(port).resolve("/api/progress/live")).build(), BodyHandlers.ofLines());
        String first = answer.body().findFirst().orElseThrow();
        seen.countDown();

        assertThat(first).isEqualTo("event: progress");
    }

    @Test
    void a_websocket_passes() {
        serve(queryPort, Handlers.websocket((exchange, channel) -> {
            channel.getReceiveSetter().set(new Echo());
            channel.resumeReceives();
        }));
        List<CharSequence> heard = new CopyOnWriteArrayList<>();

        WebSocket socket = client.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/progress"), new WebSocket.Listener() {
                    @Override
                    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                        heard.add(text.toString());
                        return null;
                    }
                })
                .join();
        socket.sendText("hello", true).join();

        await().untilAsserted(() -> assertThat(heard).hasToString("[hello]"));
        socket.abort();
    }

    @ParameterizedTest
    @CsvSource({
        "/swagger-ui,                        302, ''",
        "/swagger-ui/,                       200, swagger-ui-bundle.js",
        "/swagger-ui/swagger-initializer.js, 200, /v3/api-docs/ingest",
        "/swagger-ui/swagger-initializer.js, 200, /v3/api-docs/query",
        "/swagger-ui/swagger-ui-bundle.js,   200, SwaggerUIBundle",
        "/swagger-ui/../../pom.xml,          404, ''",
        "/swagger-ui/nothing,                404, ''"
    })
    void the_page_of_the_apis_is_there_though_nobody_is_behind_the_door(String path, int status, String told)
            throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(told);
    }

    @Test
    void too_many_headers_are_refused() throws Exception {
        serve(queryPort, exchange -> exchange.getResponseSender().send("here"));
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(port).resolve("/x"));
        for (int i = 0; i < 200; i++) {
            request.header("X-" + i, "x");
        }

        assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(port).resolve(path)).build(), BodyHandlers.ofString());
    }

    private void serve(int at, HttpHandler handler) {
        upstream = Undertow.builder()
                .addHttpListener(at, "127.0.0.1")
                .setHandler(handler)
                .build();
        upstream.start();
    }

    private static URI uri(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static final class Echo extends AbstractReceiveListener {
        @Override
        protected void onFullTextMessage(WebSocketChannel channel, BufferedTextMessage message) {
            WebSockets.sendText(message.getData(), channel, null);
        }
    }
}
