package dev.playhead.testing.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// A client that sends what it is told to, byte for byte, and reads until the server closes.
public final class RawHttp {
    private static final int SILENCE_MS = 10_000;
    private static final int ANSWER_WITHIN_SECONDS = 15;

    private RawHttp() {}

    /// Reads while it sends: a server that refuses does not wait for the end.
    public static String answer(int port, byte[] request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                var reader = Executors.newVirtualThreadPerTaskExecutor()) {
            socket.setSoTimeout(SILENCE_MS);
            var answer = CompletableFuture.supplyAsync(() -> readAll(socket), reader);
            send(socket, request);
            return answer.orTimeout(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS).join();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(Socket socket, byte[] request) {
        try {
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
        } catch (IOException refused) {
            // The server has answered and closed before the end; what it said is being read.
        }
    }

    private static String readAll(Socket socket) {
        var read = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            var some = new byte[8_192];
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                read.write(some, 0, count);
            }
        } catch (IOException closed) {
            // As above: with bytes of ours unread, the close is a reset.
        }
        return read.toString(StandardCharsets.ISO_8859_1);
    }
}
