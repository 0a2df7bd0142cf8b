package dev.playhead.local.run;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Someone with a token, at the front door.
record Client(URI frontDoor, String token) {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration REPLACED_WITHIN = Duration.ofSeconds(15);

    HttpResponse<String> watch(String video, String body) throws IOException, InterruptedException {
        return send("POST", "/api/progress/video/" + video + "/watch-time", body);
    }

    HttpResponse<String> watch(String video, double position) throws IOException, InterruptedException {
        return watch(video, "{\"watch_time\":%s,\"total_duration\":600}".formatted(position));
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    /// What anyone is told there.
    static String text(URI address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }

    /// Where the caller stands in a video, once the write of that token is in it.
    JsonNode statusAfter(String written, String video) {
        return getAfter(written, "/api/progress/video/" + video + "/status");
    }

    /// An answer, once the writes of those tokens are in it. It waits for that by itself, but not for
    /// a part that was killed just before and is being replaced.
    JsonNode getAfter(String written, String path) {
        HttpRequest request =
                request(path).header("Playhead-Read-After", written).build();
        HttpResponse<String> fresh = await().atMost(REPLACED_WITHIN)
                .until(() -> HTTP.send(request, BodyHandlers.ofString()), Client::isFresh);
        return JsonMapper.shared().readTree(fresh.body());
    }

    JsonNode status(String video) throws IOException, InterruptedException {
        return get("/api/progress/video/" + video + "/status");
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(request(path).build(), BodyHandlers.ofString());
        return JsonMapper.shared().readTree(answer.body());
    }

    /// What comes as it comes, line by line.
    Stream<String> lines(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path).build(), BodyHandlers.ofLines()).body();
    }

    /// With the token as browsers give it.
    WebSocket socket(String path, WebSocket.Listener listener) {
        URI address = URI.create(frontDoor.resolve(path).toString().replaceFirst("^http", "ws"));
        return HTTP.newWebSocketBuilder()
                .subprotocols("bearer", token)
                .buildAsync(address, listener)
                .join();
    }

    static String written(HttpResponse<String> answer) {
        return answer.headers().firstValue("Playhead-Written").orElseThrow();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(frontDoor.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token);
    }

    private static boolean isFresh(HttpResponse<String> answer) {
        return answer.statusCode() == 200
                && answer.headers().firstValue("Playhead-Fresh").equals(Optional.of("true"));
    }
}
