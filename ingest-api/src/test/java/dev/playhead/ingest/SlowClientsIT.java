package dev.playhead.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Clients that send a byte a second, some of a head and some of a body.
class SlowClientsIT {
    private static final int CLIENTS = 2_000;
    private static final Duration WATCHED_FOR = Duration.ofSeconds(6);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(1);

    @Test
    void do_not_stop_others() throws IOException {
        try (RunningIngest ingest = RunningIngest.start(Stack.shared().sandbox(SlowClientsIT.class));
                var pace = Executors.newSingleThreadScheduledExecutor()) {
            ingest.as(TokenRequest.admin("root"))
                    .putCourse("c", Bodies.course("C", "v"))
                    .isAccepted();
            List<SocketChannel> slow = connect(ingest.port());
            var trickle = pace.scheduleAtFixedRate(() -> slow.forEach(SlowClientsIT::sendByte), 0, 1, TimeUnit.SECONDS);

            List<Duration> answers = answersMeanwhile(ingest);

            trickle.cancel(false);
            assertThat(trickle.state()).isEqualTo(java.util.concurrent.Future.State.CANCELLED);
            assertThat(slow).allMatch(SocketChannel::isConnected);
            assertThat(answers).hasSizeGreaterThan(10).allMatch(took -> took.compareTo(ANSWER_WITHIN) < 0);
            for (SocketChannel client : slow) {
                client.close();
            }
        }
    }

    /// Each by another student, so that no rate limit is met.
    private static List<Duration> answersMeanwhile(RunningIngest ingest) {
        List<Duration> answers = new ArrayList<>();
        Instant begun = Instant.now();
        while (Duration.between(begun, Instant.now()).compareTo(WATCHED_FOR) < 0) {
            Instant asked = Instant.now();
            ingest.as(TokenRequest.student("s" + answers.size()))
                    .watchTime("v", Bodies.watched(1))
                    .isAccepted();
            answers.add(Duration.between(asked, Instant.now()));
        }
        return answers;
    }

    private static List<SocketChannel> connect(int port) throws IOException {
        String line = "POST /api/progress/video/v/watch-time HTTP/1.1\r\nHost: localhost\r\n";
        String whole = line + "Content-Type: application/json\r\nContent-Length: 1000\r\nAuthorization: Bearer "
                + RunningIngest.token(TokenRequest.student("slow")) + "\r\n\r\n{";
        List<SocketChannel> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            SocketChannel client = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            client.write(ByteBuffer.wrap((i % 2 == 0 ? whole : line + "X-Slow: ").getBytes(StandardCharsets.US_ASCII)));
            client.configureBlocking(false);
            clients.add(client);
        }
        return clients;
    }

    private static void sendByte(SocketChannel client) {
        try {
            client.write(ByteBuffer.wrap(new byte[] {' '}));
        } catch (IOException e) {
            throw new IllegalStateException("the server gave a slow client up early", e);
        }
    }
}
