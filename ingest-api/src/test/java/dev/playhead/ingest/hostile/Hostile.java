package dev.playhead.ingest.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// A request that nobody should send, byte for byte, and what may be answered.
///
/// @param statuses any of these
/// @param named what the answer has to name; empty where there is nothing to name
record Hostile(String name, byte[] request, Set<Integer> statuses, String named) {
    private static final int SHOWN_MAX = 60;

    /// A head and nothing else, each line ended as it should be; `Connection: close` is added.
    static Hostile head(String head, Integer... statuses) {
        return raw(head, head + "\r\nConnection: close\r\n\r\n", statuses);
    }

    static Hostile raw(String name, String request, Integer... statuses) {
        return new Hostile(shown(name), latin(request), Set.of(statuses), "");
    }

    /// A request with a body and its length.
    static Hostile of(String name, String head, byte[] body, Integer... statuses) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(latin(head + "\r\nContent-Length: " + body.length + "\r\nConnection: close\r\n\r\n"));
        bytes.writeBytes(body);
        return new Hostile(shown(name), bytes.toByteArray(), Set.of(statuses), "");
    }

    Hostile naming(String what) {
        return new Hostile(name, request, statuses, what);
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return name + " -> " + statuses;
    }

    private static String shown(String name) {
        String plain = name.replaceAll("[^ -~]", "?");
        return plain.length() <= SHOWN_MAX ? plain : plain.substring(0, SHOWN_MAX) + "…";
    }
}
