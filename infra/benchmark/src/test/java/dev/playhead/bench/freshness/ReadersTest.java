package dev.playhead.bench.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.playhead.testing.parts.PartFailedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadersTest {
    /// The readers' clock, which goes on when it is told to.
    private final AtomicLong nowNanos = new AtomicLong(TimeUnit.HOURS.toNanos(1));
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int freshFrom = 1;
    private volatile int status = 200;
    private HttpServer server;
    private Readers readers;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        readers = new Readers("http://127.0.0.1:" + server.getAddress().getPort(), nowNanos::get);
    }

    @AfterEach
    void stop() {
        readers.close();
        server.stop(0);
    }

    @Test
    void a_read_is_asked_until_it_holds_the_write_and_timed_from_when_the_write_was_due() throws Exception {
        freshFrom = 3;
        readers.begin(1_000);
        long due = later(50);
        later(250);

        readers.accept(written(due));
        readers.end();

        assertThat(asked)
                .containsExactly(
                        "/api/progress/video/v1/status w",
                        "/api/progress/video/v1/status w",
                        "/api/progress/video/v1/status w");
        Histogram nanos = readers.taken();
        assertThat(nanos.getTotalCount()).isEqualTo(1);
        assertThat(nanos.getMaxValue())
                .isCloseTo(TimeUnit.MILLISECONDS.toNanos(250), Offset.offset(TimeUnit.MILLISECONDS.toNanos(1)));
        assertThat(readers.taken().getTotalCount()).isZero();
    }

    @Test
    void of_many_writes_as_few_are_read_as_was_asked_for() throws Exception {
        readers.begin(50);

        for (int ms = 0; ms < 300; ms++) {
            readers.accept(written(nowNanos.get()));
            later(1);
        }
        readers.end();
        readers.accept(written(nowNanos.get()));

        assertThat(asked).hasSize(15);
        assertThat(readers.taken().getTotalCount()).isEqualTo(asked.size());
    }

    @Test
    void a_read_that_is_refused_is_a_failure() throws Exception {
        status = 403;
        readers.begin(1_000);

        readers.accept(written(nowNanos.get()));
        readers.end();

        assertThatThrownBy(readers::taken)
                .isInstanceOf(PartFailedException.class)
                .hasMessageContaining("was answered 403");
    }

    @Test
    void one_that_is_told_to_come_later_comes_and_is_counted() throws Exception {
        status = 503;
        readers.begin(1_000);

        readers.accept(written(nowNanos.get()));
        await().untilAsserted(() -> assertThat(asked).hasSizeGreaterThan(3));
        status = 200;
        freshFrom = 0;
        readers.end();

        assertThat(readers.taken().getTotalCount()).isEqualTo(1);
        assertThat(readers.putOff()).isGreaterThan(3);
        assertThat(readers.putOff()).isZero();
    }

    private long later(long ms) {
        return nowNanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(ms));
    }

    private static Written written(long dueNanos) {
        return new Written("token", "v1", "w", dueNanos);
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            asked.add(call.getRequestURI() + " " + call.getRequestHeaders().getFirst("Playhead-Read-After"));
            call.getResponseHeaders().add("Playhead-Fresh", Boolean.toString(asked.size() >= freshFrom));
            call.sendResponseHeaders(status, -1);
        }
    }
}
