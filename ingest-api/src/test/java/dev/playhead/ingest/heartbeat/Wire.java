package dev.playhead.ingest.heartbeat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/// A request as it goes over the wire, and what comes back, byte for byte: a client of a library
/// decides by itself in how many pieces it sends. One character is one byte.
record Wire(int port) {
    private static final int PATIENCE_MS = 20_000;

    /// Sends each piece by itself.
    Reply send(String... pieces) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MS);
            OutputStream out = socket.getOutputStream();
            for (String piece : pieces) {
                out.write(piece.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
            return Reply.of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param framing how long the body is said to be
    record Reply(int status, List<String> headers, String framing, String body) {
        private static final String BLANK = "\r\n\r\n";
        private static final String LINE = "\r\n";
        private static final String OF_EACH_ITS_OWN = "(?i)(date|connection|keep-alive|playhead-written): .*";
        private static final String FRAMING = "(?i)(content-length|transfer-encoding): .*";

        static Reply of(String answer) {
            String last = afterContinue(answer);
            int end = last.indexOf(BLANK);
            List<String> lines = List.of(last.substring(0, end).split(LINE));
            List<String> headers = lines.subList(1, lines.size());
            String framing = headers.stream()
                    .filter(header -> header.matches(FRAMING))
                    .findFirst()
                    .orElse("");
            String body = last.substring(end + BLANK.length());
            return new Reply(
                    Integer.parseInt(lines.getFirst().split(" ")[1]),
                    headers.stream()
                            .filter(header -> !header.matches(FRAMING) && !header.matches(OF_EACH_ITS_OWN))
                            .sorted(Comparator.naturalOrder())
                            .toList(),
                    framing,
                    framing.startsWith("Transfer") ? joined(body) : body);
        }

        private static String afterContinue(String answer) {
            return answer.startsWith("HTTP/1.1 100")
                    ? answer.substring(answer.indexOf(BLANK) + BLANK.length())
                    : answer;
        }

        private static String joined(String chunks) {
            StringBuilder whole = new StringBuilder();
            for (int at = 0; at < chunks.length(); ) {
                int end = chunks.indexOf(LINE, at);
                int length = Integer.parseInt(chunks.substring(at, end), 16);
                whole.append(chunks, end + LINE.length(), end + LINE.length() + length);
                at = end + length + 2 * LINE.length();
            }
            return whole.toString();
        }
    }
}
