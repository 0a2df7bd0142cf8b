package dev.playhead.ingest.hostile;

import java.util.stream.Stream;

/// Paths, methods and headers that HTTP knows and we do not take.
final class HostileRequests {
    private static final String PROGRESS = "/api/progress/video/";

    private HostileRequests() {}

    static Stream<Hostile> all() {
        return Stream.of(videos(), paths(), methods(), contentTypes(), headers())
                .flatMap(cases -> cases);
    }

    private static Stream<Hostile> videos() {
        return Stream.of(
                        "a%2Fb",
                        "a%2fb",
                        "%2e%2e",
                        "..",
                        ".",
                        "%2e",
                        "a%00b",
                        "a%0ab",
                        "a%0d%0aX:1",
                        "a%7fb",
                        "v;x=1",
                        "v%3Bx=1",
                        "a%5Cb",
                        "a%25b",
                        "%FF",
                        "%C0%AE%C0%AE",
                        "%F0%9F%8E%AC",
                        "%E2%80%AE",
                        "mock",
                        "session",
                        "course:c",
                        "a%20b",
                        "%20",
                        "nobody-knows",
                        "V",
                        "v.",
                        "v%E2%80%8B",
                        "${jndi:ldap:x}",
                        "%24%7Bx%7D",
                        "'%20or%201=1--",
                        "v".repeat(129),
                        "v".repeat(8_000))
                .map(video -> path(PROGRESS + video + "/watch-time", 400, 404));
    }

    private static Stream<Hostile> paths() {
        return Stream.of(
                        "/",
                        "//",
                        "/api",
                        "/api//progress/video/v/watch-time",
                        "/api/progress/video//watch-time",
                        "/api/progress/video/v/watch-time/",
                        "/api/progress/video/v/watch-time/..",
                        "/api/./progress/video/v/watch-time",
                        "/API/progress/video/v/watch-time",
                        "/api/progress/video/v/watch-time.json",
                        "/api/progress/video/v/watch-time%20",
                        "/api%2Fprogress%2Fvideo%2Fv%2Fwatch-time",
                        "/../api/progress/video/v/watch-time",
                        "/error",
                        "/actuator",
                        "/actuator/shutdown",
                        "/v3/api-docs",
                        "/nowhere",
                        "/favicon.ico",
                        "/nowhere?x=%zz",
                        "/nowhere?" + "q".repeat(10_000))
                .map(path -> path(path, 400, 404, 405));
    }

    private static Stream<Hostile> methods() {
        return Stream.of("GET", "PUT", "DELETE", "PATCH", "TRACE", "FOO", "post", "POSTT", "P")
                .map(method -> Hostile.head(
                        Target.line(method + " " + Target.WATCH) + "\r\n" + Target.bearer(Target.STUDENT), 400, 405));
    }

    private static Stream<Hostile> contentTypes() {
        return Stream.of(
                        "X-None: x",
                        "Content-Type:",
                        "Content-Type: text/plain",
                        "Content-Type: text/json",
                        "Content-Type: application/xml",
                        "Content-Type: application/x-www-form-urlencoded",
                        "Content-Type: multipart/form-data; boundary=x",
                        "Content-Type: multipart/form-data",
                        "Content-Type: application/octet-stream",
                        "Content-Type: application/avro",
                        "Content-Type: json",
                        "Content-Type: */*",
                        "Content-Type: application/*",
                        "Content-Type: application/json, text/plain",
                        "Content-Type: application/json; charset=nonsense",
                        "Content-Type: application/json; charset=\"",
                        "Content-Type: a/b/c",
                        "Content-Type: /",
                        "Content-Type: ;",
                        "Content-Type: " + "x".repeat(2_000) + "/json",
                        "Content-Type: application/json\r\nContent-Encoding: gzip",
                        "Content-Type: application/json\r\nContent-Encoding: nonsense")
                .map(type -> sound("type " + type, type + "\r\n" + Target.bearer(Target.STUDENT), 400, 415));
    }

    private static Stream<Hostile> headers() {
        return Stream.concat(
                Stream.of(
                                "Accept: text/html",
                                "Accept: nonsense",
                                "Accept: application/xml;q=1",
                                "Accept: ;;;",
                                "Accept: application/json;q=nan",
                                "Accept: " + "a/b,".repeat(500) + "a/b",
                                "Expect: nonsense")
                        .map(header -> sound(
                                header,
                                Target.json() + "\r\n" + Target.bearer(Target.STUDENT) + "\r\n" + header,
                                400,
                                406)),
                Stream.of(
                                "If-Match: 3",
                                "If-Match: \"3",
                                "If-Match: \"a\" \"b\"",
                                "If-Match: W/",
                                "If-Match: *, \"3\"",
                                "If-Match: \"3\"",
                                "If-Match: *",
                                "If-None-Match: \"3\"",
                                "If-None-Match: nonsense")
                        .map(header -> Hostile.of(
                                header,
                                Target.put() + "\r\n" + header,
                                Hostile.latin("{\"title\": \"T\"}"),
                                400,
                                412)));
    }

    private static Hostile path(String path, Integer... statuses) {
        String head = Target.line("POST " + path) + "\r\n" + Target.json() + "\r\n" + Target.bearer(Target.STUDENT);
        return Hostile.of("path " + path, head, Hostile.latin(Target.SOUND), statuses);
    }

    private static Hostile sound(String name, String headers, Integer... statuses) {
        return Hostile.of(
                name, Target.line("POST " + Target.WATCH) + "\r\n" + headers, Hostile.latin(Target.SOUND), statuses);
    }
}
