package dev.playhead.bench.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// The limit 'produce': the stock producer benchmark's work, one thread that writes records as they
/// lie ready as fast as the brokers acknowledge them. `GET /sent` answers how many that were.
final class ProduceLimit {
    static final String TOPIC = "bench.produce";

    private static final int OK = 200;
    private static final int FAILED = 500;

    private final Producer<String, byte[]> producer;
    private final List<Sample.Entry> sample;
    private final LongAdder acknowledged = new LongAdder();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private volatile boolean goesOn;

    private ProduceLimit(Producer<String, byte[]> producer, List<Sample.Entry> sample) {
        this.producer = producer;
        this.sample = sample;
    }

    public static void main(String[] args) throws IOException {
        ProduceLimit limit = new ProduceLimit(
                LikeIngest.producer(setting("LIMIT_BROKERS")), Sample.read(Path.of(setting("LIMIT_SAMPLE"))));
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(setting("SERVER_PORT"))), 0);
        server.createContext("/begin", exchange -> limit.answer(exchange, limit::begin));
        server.createContext("/sent", exchange -> limit.answer(exchange, () -> {}));
        server.createContext("/end", exchange -> limit.answer(exchange, limit::end));
        server.start();
    }

    private void answer(HttpExchange exchange, Runnable first) throws IOException {
        first.run();
        Exception failed = failure.get();
        byte[] text = (failed == null ? Long.toString(acknowledged.sum()) : failed.toString())
                .getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(failed == null ? OK : FAILED, text.length);
            exchange.getResponseBody().write(text);
        }
    }

    private void begin() {
        goesOn = true;
        Thread.ofPlatform().daemon().start(this::send);
    }

    private void end() {
        goesOn = false;
        producer.flush();
    }

    private void send() {
        for (int next = 0; goesOn; next = (next + 1) % sample.size()) {
            Sample.Entry entry = sample.get(next);
            var _ = producer.send(new ProducerRecord<>(TOPIC, entry.key(), entry.value()), (at, failed) -> {
                if (failed == null) {
                    acknowledged.increment();
                } else {
                    failure.compareAndSet(null, failed);
                }
            });
        }
    }

    private static String setting(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }
}
