package dev.playhead.bench.load;

import java.nio.charset.StandardCharsets;

/// A request as it goes over the wire, made before anything is measured.
///
/// @param head the request line and the headers, the blank line included
@SuppressWarnings("ArrayRecordComponent") // Never compared, and there are tens of thousands of them.
public record Request(byte[] head, byte[] body) {
    public static Request get(String path, String token, String... headers) {
        return new Request(head("GET", path, token, headers), new byte[0]);
    }

    public static Request post(String path, String token, byte[] json) {
        byte[] head = head("POST", path, token, "Content-Type: application/json", "Content-Length: " + json.length);
        return new Request(head, json);
    }

    private static byte[] head(String method, String path, String token, String... headers) {
        StringBuilder head = new StringBuilder("%s %s HTTP/1.1\r\n".formatted(method, path))
                .append("Host: 127.0.0.1\r\n")
                .append("Authorization: Bearer ")
                .append(token)
                .append("\r\nAccept: application/json\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /// For messages: its first line.
    @Override
    public String toString() {
        return new String(head, StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
    }
}
