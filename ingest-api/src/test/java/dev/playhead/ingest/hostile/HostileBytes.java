package dev.playhead.ingest.hostile;

import java.util.stream.Stream;

/// What is no HTTP, or only nearly.
final class HostileBytes {
    private static final String END = "\r\nConnection: close\r\n\r\n";

    private HostileBytes() {}

    static Stream<Hostile> all() {
        return Stream.of(requestLines(), heads(), lengths(), chunks()).flatMap(cases -> cases);
    }

    private static Stream<Hostile> requestLines() {
        return Stream.of(
                        "GARBAGE",
                        "POST",
                        "POST ",
                        "POST " + Target.WATCH + " HTTP/9.9",
                        "POST " + Target.WATCH + " HTTP/1.2",
                        "POST " + Target.WATCH + " HTTP",
                        "POST " + Target.WATCH + " FTP/1.1",
                        "POST " + Target.WATCH + " HTTP/1.1 x",
                        "POST  " + Target.WATCH + "  HTTP/1.1",
                        " POST " + Target.WATCH + " HTTP/1.1",
                        "P\u0000ST " + Target.WATCH + " HTTP/1.1",
                        "POST /api/<v> HTTP/1.1",
                        "POST /api/\u0001 HTTP/1.1",
                        "POST /api/\u00e4 HTTP/1.1",
                        "POST /api/%zz HTTP/1.1",
                        "POST /api/%2 HTTP/1.1",
                        "POST /api/\\..\\x HTTP/1.1",
                        "POST /api/x#y HTTP/1.1",
                        "POST api HTTP/1.1",
                        "POST * HTTP/1.1",
                        "POST http://evil.example" + Target.WATCH + " HTTP/1.1",
                        "CONNECT evil.example:443 HTTP/1.1",
                        "PRI * HTTP/2.0",
                        "POST /" + "x".repeat(20_000) + " HTTP/1.1",
                        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
                        "\u0000\u0000\u0000\u0000")
                .map(line -> Hostile.raw("line " + line, line + "\r\nHost: localhost" + END, 400, 401, 404, 405));
    }

    private static Stream<Hostile> heads() {
        String line = "POST " + Target.WATCH + " HTTP/1.1\r\n";
        return Stream.of(
                        "X: y",
                        "Host: localhost\r\nHost: evil.example",
                        "Host: a b",
                        "Host: localhost:99999999",
                        "Host: [::1",
                        "Host: localhost\r\nBad Header: x",
                        "Host: localhost\r\nAuthorization Bearer " + Target.STUDENT,
                        "Host: localhost\r\n: x",
                        "Host: localhost\r\nX : y",
                        "Host: localhost\r\nX: a\u0000b",
                        "Host: localhost\r\nX: a\u0001b",
                        "Host: localhost\r\nX: a\r\n folded",
                        "Host: localhost\r\nX: a\rb",
                        "Host: localhost\r\nX: " + "x".repeat(20_000),
                        "Host: localhost\r\n" + "x".repeat(20_000) + ": x",
                        "Host: localhost\r\n" + "X: y\r\n".repeat(500) + "Y: z",
                        "Host: localhost\r\n" + Target.bearer("a".repeat(15_000)))
                .map(head -> Hostile.raw("head " + head, line + head + END, 400, 401));
    }

    private static Stream<Hostile> lengths() {
        return Stream.of(
                        "Content-Length: many",
                        "Content-Length: -1",
                        "Content-Length: +5",
                        "Content-Length: 0x10",
                        "Content-Length: 1e3",
                        "Content-Length: 99999999999999999999",
                        "Content-Length: 5\r\nContent-Length: 6",
                        "Content-Length: 5, 6",
                        "Content-Length: 9223372036854775807",
                        "Content-Length: 0",
                        "Content-Length: 100",
                        "X-None: x",
                        "Transfer-Encoding: nonsense",
                        "Transfer-Encoding: gzip, chunked",
                        "Transfer-Encoding: chunked, chunked",
                        "Transfer-Encoding: identity",
                        "Content-Length: 5\r\nTransfer-Encoding: chunked")
                .map(length ->
                        Hostile.raw("length " + length, Target.watch() + "\r\n" + length + END + "{\"a\":", 400, 413));
    }

    private static Stream<Hostile> chunks() {
        return Stream.of(
                        "zz\r\n{}\r\n0\r\n\r\n",
                        "-5\r\n{}\r\n0\r\n\r\n",
                        "FFFFFFFFFFFFFFFF\r\n{}",
                        "7FFFFFFF\r\n{}",
                        "2\r\n{}0\r\n\r\n",
                        "2\r\n{",
                        "2",
                        "",
                        "\r\n\r\n",
                        "2;" + "x".repeat(20_000) + "\r\n{}\r\n0\r\n\r\n",
                        "1\r\n{\r\n0\r\n\r\n",
                        "2\r\n{}\r\n",
                        "\u0000\u0000\u0000",
                        "garbage without any end")
                .map(chunks -> Hostile.raw(
                        "chunks " + chunks,
                        Target.watch() + "\r\nTransfer-Encoding: chunked" + END + chunks,
                        400,
                        422));
    }
}
