package dev.playhead.ingest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// Real HTTP to the service, with someone's token.
public record Calls(int port, String token) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Answer watchTime(String video, String json) {
        return watchTime(video, BodyPublishers.ofString(json));
    }

    public Answer watchTime(String video, BodyPublisher body) {
        return send(json("/api/progress/video/" + video + "/watch-time").POST(body));
    }

    /// Posts a batch.
    ///
    /// @param headers name and value in turn
    public Answer heartbeats(String json, String... headers) {
        return send(with(json("/api/progress/heartbeats"), headers).POST(BodyPublishers.ofString(json)));
    }

    public Answer heartbeats(String contentType, byte[] body, String... headers) {
        return post("/api/progress/heartbeats", contentType, body, headers);
    }

    public Answer importHeartbeats(String json) {
        return send(json("/api/import/heartbeats").POST(BodyPublishers.ofString(json)));
    }

    /// Posts a statement, or an array of them.
    public Answer statements(String json) {
        return send(json("/xapi/statements").POST(BodyPublishers.ofString(json)));
    }

    public Answer shortProgress(String id, String json) {
        return send(json("/learning/api/shorts/" + id + "/progress").POST(BodyPublishers.ofString(json)));
    }

    /// Of the short that the body names.
    public Answer watchShort(String json) {
        return send(json("/learning/api/shorts/watch").POST(BodyPublishers.ofString(json)));
    }

    public Answer like(String id) {
        return send(to("/learning/api/shorts/" + id + "/like").POST(BodyPublishers.noBody()));
    }

    public Answer unlike(String id) {
        return send(to("/learning/api/shorts/" + id + "/like").DELETE());
    }

    public Answer share(String id, String json) {
        return send(json("/learning/api/shorts/" + id + "/share").POST(BodyPublishers.ofString(json)));
    }

    public Answer post(String path, String contentType, byte[] body, String... headers) {
        return send(with(to(path).header("Content-Type", contentType), headers).POST(BodyPublishers.ofByteArray(body)));
    }

    /// Puts a course.
    ///
    /// @param headers name and value in turn
    public Answer putCourse(String course, String json, String... headers) {
        return send(with(json("/api/catalog/courses/" + course), headers).PUT(BodyPublishers.ofString(json)));
    }

    public Answer deleteCourse(String course, String... headers) {
        return send(with(to("/api/catalog/courses/" + course), headers).DELETE());
    }

    /// @param query with its question mark, or empty
    public Answer resetProgress(String student, String query) {
        return send(to("/api/students/" + student + "/progress" + query).DELETE());
    }

    public Answer get(String path) {
        return send(to(path).GET());
    }

    public HttpRequest.Builder to(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    public HttpRequest.Builder json(String path) {
        return to(path).header("Content-Type", "application/json");
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }
}
