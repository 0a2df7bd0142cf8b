package dev.playhead.bench.load;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads answers of HTTP/1.1, with a length or in chunks, from a connection that is kept.
final class AnswerReader {
    private static final int ROOM = 8_192;
    private static final int LINE_MAX = 16_384;
    private static final int HEX = 16;

    private final InputStream in;
    private final byte[] bytes = new byte[ROOM];
    private final byte[] line = new byte[LINE_MAX];
    private int at;
    private int end;

    AnswerReader(InputStream in) {
        this.in = in;
    }

    Answer read() throws IOException {
        int status = status(line());
        List<String> headers = new ArrayList<>();
        for (String next = line(); !next.isEmpty(); next = line()) {
            headers.add(next);
        }
        Answer head = new Answer(status, headers, new byte[0]);
        return new Answer(status, headers, body(head));
    }

    private byte[] body(Answer head) throws IOException {
        if (head.header("Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
            return chunks();
        }
        return exactly(head.header("Content-Length").map(Integer::parseInt).orElse(0));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(exactly(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), HEX);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] read = new byte[length];
        int done = Math.min(length, end - at);
        System.arraycopy(bytes, at, read, 0, done);
        at += done;
        if (in.readNBytes(read, done, length - done) < length - done) {
            throw new EOFException("The server closed the connection within an answer");
        }
        return read;
    }

    private String line() throws IOException {
        int length = 0;
        for (byte next = next(); next != '\n'; next = next()) {
            line[length++] = next;
        }
        return new String(
                line, 0, length > 0 && line[length - 1] == '\r' ? length - 1 : length, StandardCharsets.ISO_8859_1);
    }

    private byte next() throws IOException {
        if (at == end) {
            at = 0;
            end = in.read(bytes);
            if (end <= 0) {
                end = 0;
                throw new EOFException("The server closed the connection and did not answer");
            }
        }
        return bytes[at++];
    }

    /// Of `HTTP/1.1 202`, and what follows.
    private static int status(String line) throws IOException {
        String[] words = line.split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/1.")) {
            throw new IOException("No answer of HTTP/1.1: " + line);
        }
        return Integer.parseInt(words[1]);
    }
}
