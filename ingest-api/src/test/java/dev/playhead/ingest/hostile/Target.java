package dev.playhead.ingest.hostile;

import dev.playhead.ingest.RunningIngest;
import dev.playhead.testing.tokens.TokenRequest;

/// Heads of requests to the service, up to where a case goes wrong.
final class Target {
    static final String ISSUER = "https://issuer.example";
    static final String AUDIENCE = "playhead";
    static final String STUDENT = token(TokenRequest.student("ana"));
    static final String ADMIN = token(TokenRequest.admin("root"));
    static final String WATCH = "/api/progress/video/v/watch-time";
    static final String COURSE = "/api/catalog/courses/x";
    static final String SOUND = "{\"watch_time\": 1, \"total_duration\": 600}";
    static final String SECRET_TEXT = "nobody-may-read-this";

    private Target() {}

    static String token(TokenRequest request) {
        return RunningIngest.token(request.issuer(ISSUER).audience(AUDIENCE));
    }

    /// The request line and all headers that it needs.
    static String watch() {
        return line("POST " + WATCH) + "\r\n" + json() + "\r\n" + bearer(STUDENT);
    }

    static String put() {
        return line("PUT " + COURSE) + "\r\n" + json() + "\r\n" + bearer(ADMIN);
    }

    static String line(String methodAndPath) {
        return methodAndPath + " HTTP/1.1\r\nHost: localhost";
    }

    static String json() {
        return "Content-Type: application/json";
    }

    static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }
}
