package dev.playhead.query.hostile;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A request that is wrong in one way.
///
/// @param status what it is answered with
/// @param named what the answer names, for the caller to find it
record Hostile(String method, String path, String headers, byte @Nullable [] body, int status, String named) {
    private static final int SHOWN_MAX = 60;

    static Hostile get(String path, int status, String named) {
        return new Hostile("GET", path, "", null, status, named);
    }

    static Hostile header(String path, String header, int status, String named) {
        return new Hostile("GET", path, header + "\r\n", null, status, named);
    }

    static Hostile batch(String body, int status, String named) {
        return batch(body.getBytes(StandardCharsets.UTF_8), status, named);
    }

    static Hostile batch(byte[] body, int status, String named) {
        return new Hostile(
                "POST", "/api/progress/videos/batch", "Content-Type: application/json\r\n", body, status, named);
    }

    static Stream<Hostile> methods(String path, String... methods) {
        return Stream.of(methods).map(method -> new Hostile(method, path, "", null, 405, method));
    }

    byte[] request(String token) {
        String length = body == null ? "" : "Content-Length: " + body.length + "\r\n";
        byte[] head = (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Authorization: Bearer " + token + "\r\n" + headers + length + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] rest = body == null ? new byte[0] : body;
        byte[] all = new byte[head.length + rest.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(rest, 0, all, head.length, rest.length);
        return all;
    }

    @Override
    public String toString() {
        String what = (method + " " + path + " " + headers.strip()
                        + (body == null ? "" : " " + new String(body, StandardCharsets.ISO_8859_1)))
                .replaceAll("[^ -~]", "?");
        return (what.length() <= SHOWN_MAX ? what : what.substring(0, SHOWN_MAX) + "…") + " -> " + status;
    }
}
