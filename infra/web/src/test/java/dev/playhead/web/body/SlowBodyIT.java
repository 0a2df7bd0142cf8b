package dev.playhead.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.web.sample.SampleApplication;
import dev.playhead.web.sample.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringApplication;

class SlowBodyIT {

    private static final int PACE_MS = 50;

    @Test
    @Timeout(20)
    void a_body_that_trickles_in_is_refused_and_its_connection_closed() throws IOException {
        try (var service = SpringApplication.run(
                SampleApplication.class,
                "--server.port=0",
                "--playhead.auth.secret=" + Tokens.SECRET,
                "--playhead.web.max-body-time=1s")) {
            var port = Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port"));
            var begun = System.nanoTime();

            var answer = trickle(port);

            assertThat(answer)
                    .startsWith("HTTP/1.1 400 ")
                    .contains("application/problem+json", "The body took longer to come than the 1 s");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        }
    }

    /// A byte at a time until there is an answer, and then nothing until the server closes.
    private static String trickle(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PACE_MS);
            write(
                    socket,
                    "POST /api/length HTTP/1.1\r\nHost: a\r\nContent-Type: application/octet-stream\r\n"
                            + "Content-Length: 60000\r\nAuthorization: Bearer " + Tokens.student() + "\r\n\r\n");
            var first = new byte[1];
            while (!isAnswered(socket, first)) {
                write(socket, "x");
            }
            socket.setSoTimeout(0);
            return new String(first, StandardCharsets.ISO_8859_1)
                    + new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static boolean isAnswered(Socket socket, byte[] first) throws IOException {
        try {
            return socket.getInputStream().read(first) == 1;
        } catch (SocketTimeoutException notYet) {
            return false;
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
