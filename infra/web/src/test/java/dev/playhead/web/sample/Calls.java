package dev.playhead.web.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Real HTTP to the sample service.
public record Calls(int port) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// A request as a student, who is known to all.
    public HttpRequest.Builder to(String path) {
        return anonymously(path).header("Authorization", "Bearer " + Tokens.student());
    }

    public HttpRequest.Builder anonymously(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    public HttpResponse<String> get(String path) {
        return send(to(path));
    }

    public HttpResponse<String> getWith(String token, String path) {
        return send(anonymously(path).header("Authorization", "Bearer " + token));
    }

    public HttpResponse<String> post(String path, String json) {
        return post(path, BodyPublishers.ofString(json));
    }

    public HttpResponse<String> post(String path, HttpRequest.BodyPublisher body) {
        return send(to(path).header("Content-Type", "application/json").POST(body));
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("(none)");
    }

    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> json(String body) {
        return JSON.readValue(body, Map.class);
    }
}
