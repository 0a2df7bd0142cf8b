package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.Bodies;
import dev.playhead.ingest.RunningIngest;
import dev.playhead.ingest.heartbeat.Wire.Reply;
import dev.playhead.testing.tokens.TokenRequest;
import java.util.concurrent.atomic.AtomicInteger;

/// A report by a caller whose token is known, to be sent by either way.
///
/// @param scheme what stands before the token
/// @param headers more of them, by lines
record Case(
        String name,
        RunningIngest service,
        TokenRequest caller,
        String method,
        String path,
        String type,
        String scheme,
        String headers,
        String body,
        boolean isChunked) {
    private static final AtomicInteger STUDENTS = new AtomicInteger();
    private static final String PATH = "/api/progress/video/%s/watch-time";

    /// Of another student each time, for whom no rate has begun.
    static Case of(String name, RunningIngest service) {
        return new Case(
                name,
                service,
                student(),
                "POST",
                PATH.formatted("v"),
                "Content-Type: application/json",
                "Bearer",
                "Accept: application/json",
                Bodies.watched(1.5),
                false);
    }

    Case as(TokenRequest other) {
        return new Case(name, service, other, method, path, type, scheme, headers, body, isChunked);
    }

    Case at(RunningIngest other) {
        return new Case(name, other, caller, method, path, type, scheme, headers, body, isChunked);
    }

    Case method(String other) {
        return new Case(name, service, caller, other, path, type, scheme, headers, body, isChunked);
    }

    Case path(String other) {
        return new Case(name, service, caller, method, other, type, scheme, headers, body, isChunked);
    }

    Case video(String other) {
        return path(PATH.formatted(other));
    }

    Case type(String other) {
        return new Case(name, service, caller, method, path, other, scheme, headers, body, isChunked);
    }

    Case scheme(String other) {
        return new Case(name, service, caller, method, path, type, other, headers, body, isChunked);
    }

    Case headers(String other) {
        return new Case(name, service, caller, method, path, type, scheme, other, body, isChunked);
    }

    Case body(String other) {
        return new Case(name, service, caller, method, path, type, scheme, headers, other, isChunked);
    }

    Case chunked() {
        return new Case(name, service, caller, method, path, type, scheme, headers, body, true);
    }

    /// Of a student who has said nothing yet, where it is of a student who may.
    Case next() {
        return caller.sub().startsWith("s-") ? as(student()) : this;
    }

    Reply fast() {
        return send(path);
    }

    /// With a token that nobody has seen.
    Reply firstOfAll() {
        return new Wire(service.port()).send(request(path, RunningIngest.token(caller)));
    }

    /// What has a query is not usual.
    Reply ordinary() {
        return send(path + "?ordinary");
    }

    String request() {
        return request(path, knownToken());
    }

    private Reply send(String target) {
        return new Wire(service.port()).send(request(target, knownToken()));
    }

    /// One that was seen before, where it is valid. The next would be another, a second later.
    private String knownToken() {
        String token = RunningIngest.token(caller);
        service.withToken(token).get(PATH.formatted("v"));
        return token;
    }

    private String request(String target, String token) {
        String length = isChunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length();
        String content = isChunked ? "%x\r\n%s\r\n0\r\n\r\n".formatted(body.length(), body) : body;
        return String.join(
                        "\r\n",
                        method + " " + target + " HTTP/1.1",
                        "Host: 127.0.0.1",
                        "Connection: close",
                        "Authorization: " + scheme + " " + token,
                        type,
                        headers,
                        length)
                + "\r\n\r\n"
                + content;
    }

    private static TokenRequest student() {
        return TokenRequest.student("s-" + STUDENTS.incrementAndGet());
    }

    @Override
    public String toString() {
        return name;
    }
}
