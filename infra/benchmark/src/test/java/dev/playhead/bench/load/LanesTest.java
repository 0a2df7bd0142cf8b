package dev.playhead.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.playhead.testing.parts.PartFailedException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LanesTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    private final AtomicInteger calls = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private volatile Before before = call -> {};

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.close();
    }

    @Test
    void as_many_are_counted_as_were_answered_in_time() {
        double perSecond = lanes(4).saturate(SHORT);

        // The last one of each connection is answered when the time is over.
        assertThat(perSecond * SHORT.toMillis() / 1_000).isBetween(calls.get() - 4.5, calls.get() + 0.5);
        assertThat(calls).hasPositiveValue();
    }

    @Test
    void a_server_that_closes_is_connected_to_again() {
        before = call -> call.getResponseHeaders().add("Connection", "close");

        lanes(2).saturate(SHORT);

        assertThat(calls).hasValueGreaterThan(2);
    }

    @Test
    void in_an_open_loop_a_stall_counts_for_all_that_were_due_meanwhile() {
        CountDownLatch last = new CountDownLatch(4);
        before = call -> {
            // Until the fourth calls, which is due after 30 ms, nobody is answered.
            last.countDown();
            await(last);
        };

        Histogram nanos = lanes(4).openLoop(100, Duration.ofMillis(40));

        assertThat(nanos.getTotalCount()).isEqualTo(4);
        assertThat(nanos.getMaxValue()).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(29));
        assertThat(nanos.getValueAtPercentile(75)).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(19));
    }

    @Test
    void one_connection_for_many_makes_them_late() {
        before = call -> await(new CountDownLatch(1), 10);

        Histogram nanos = lanes(1).openLoop(1_000, Duration.ofMillis(20));

        assertThat(nanos.getTotalCount()).isEqualTo(20);
        assertThat(nanos.getMaxValue()).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(180));
    }

    @Test
    void an_answer_that_is_wrong_ends_it_with_what_is_wrong() {
        before = call -> call.setAttribute("status", calls.get() < 10 ? 202 : 429);

        assertThatThrownBy(() -> lanes(2).saturate(Duration.ofMinutes(1)))
                .isInstanceOf(PartFailedException.class)
                .hasMessageContaining("was answered 429");
        assertThatThrownBy(() -> lanes(2).openLoop(1_000, Duration.ofMinutes(1)))
                .isInstanceOf(PartFailedException.class);
    }

    private interface Before {
        void answering(HttpExchange call);
    }

    private Lanes lanes(int size) {
        Expected asked = Expected.accepted(Request.post("/there", "token", new byte[0]), "");
        return new Lanes("http://127.0.0.1:" + server.getAddress().getPort(), size, () -> asked);
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            calls.incrementAndGet();
            call.setAttribute("status", 202);
            before.answering(call);
            call.sendResponseHeaders((int) call.getAttribute("status"), -1);
        }
    }

    private static void await(CountDownLatch latch) {
        await(latch, TimeUnit.SECONDS.toMillis(10));
    }

    private static void await(CountDownLatch latch, long ms) {
        try {
            assertThat(latch.await(ms, TimeUnit.MILLISECONDS) || ms < 1_000).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
