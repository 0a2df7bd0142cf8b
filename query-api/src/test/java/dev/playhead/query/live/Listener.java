package dev.playhead.query.live;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A client of server-sent events that reads only when it is told to.
final class Listener implements AutoCloseable {
    private static final int PATIENCE_MS = 20_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final ConcurrentLinkedQueue<Heard> heard = new ConcurrentLinkedQueue<>();
    private final Map<String, String> headers = new TreeMap<>();
    private final int status;
    private volatile boolean isOver;

    /// @param receiveBuffer 0 for the system's own
    private Listener(int port, String method, String path, int receiveBuffer, String... headers) {
        try {
            if (receiveBuffer > 0) {
                socket.setReceiveBufferSize(receiveBuffer);
            }
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(head(port, method, path, headers).getBytes(StandardCharsets.ISO_8859_1));
            in = new BufferedInputStream(socket.getInputStream(), 1_024);
            status = Integer.parseInt(line().split(" ")[1]);
            for (String line = line(); !line.isEmpty(); line = line()) {
                int colon = line.indexOf(':');
                this.headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads what comes, as it comes.
    static Listener to(int port, String path, String token, String... headers) {
        Listener listener = silent(port, path, token, 0, headers);
        Thread.ofVirtual().start(listener::listen);
        return listener;
    }

    /// Has read the answer's head, and goes on when told to.
    static Listener silent(int port, String path, String token, int receiveBuffer, String... headers) {
        return new Listener(port, "GET", path, receiveBuffer, with(token, headers));
    }

    static Listener head(int port, String path, String token) {
        return new Listener(port, "HEAD", path, 0, with(token));
    }

    int status() {
        return status;
    }

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    List<Heard> heard() {
        return List.copyOf(heard);
    }

    List<Heard> progress() {
        return heard.stream().filter(Heard::isProgress).toList();
    }

    /// Events alone, such as `video123=12.5`.
    List<String> brief() {
        return heard.stream()
                .filter(each -> !each.event().isEmpty())
                .map(Heard::brief)
                .toList();
    }

    /// Empty before the first.
    String lastId() {
        return heard.stream().map(Heard::id).filter(id -> !id.isEmpty()).reduce("", (one, next) -> next);
    }

    boolean isOver() {
        return isOver;
    }

    /// Until the end.
    void listen() {
        StringBuilder text = new StringBuilder();
        try {
            for (byte[] chunk = chunk(); chunk.length > 0; chunk = chunk()) {
                text.append(new String(chunk, StandardCharsets.UTF_8));
                for (int end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
                    heard.add(new Heard(text.substring(0, end)));
                    text.delete(0, end + 2);
                }
            }
        } catch (IOException e) {
            heard.add(new Heard(": broken: " + e.getMessage()));
        }
        isOver = true;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] chunk() throws IOException {
        byte[] chunk = in.readNBytes(Integer.parseInt(line(), 16));
        String end = line();
        return end.isEmpty() ? chunk : new byte[0];
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The connection was closed");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    private static String[] with(String token, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Authorization: Bearer " + token;
        return all;
    }

    private static String head(int port, String method, String path, String... headers) {
        return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n" + String.join("\r\n", headers)
                + "\r\n\r\n";
    }
}
