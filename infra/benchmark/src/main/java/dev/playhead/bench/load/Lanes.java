package dev.playhead.bench.load;

import dev.playhead.testing.parts.PartFailedException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// Connections side by side, each with a thread of its own. An answer that is not as it should be
/// ends it all: a figure of which half was refused is none.
public final class Lanes {
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final int DIGITS = 3;
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final URI server;
    private final int size;
    private final Supplier<? extends Asked> source;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /// To one server.
    ///
    /// @param size how many connections
    /// @param source called by many threads
    public Lanes(String url, int size, Supplier<? extends Asked> source) {
        this.server = URI.create(url);
        this.size = size;
        this.source = source;
    }

    /// Each asks again as soon as it is answered.
    ///
    /// @return how many were answered in a second
    public double saturate(Duration duration) {
        LongAdder answered = new LongAdder();
        run(duration, (connection, beganNanos) -> {
            long endNanos = beganNanos + duration.toNanos();
            exchange(connection, System.nanoTime());
            for (long now = System.nanoTime(); now < endNanos && failure.get() == null; now = System.nanoTime()) {
                answered.increment();
                exchange(connection, now);
            }
        });
        return answered.sum() * NANOS / duration.toNanos();
    }

    /// Asks when it is due, on whichever connection is free.
    ///
    /// @return how long answers took from when they were due, in nanoseconds
    public Histogram openLoop(double perSecond, Duration duration) {
        Histogram latencies = new ConcurrentHistogram(LONGEST_NANOS, DIGITS);
        double everyNanos = NANOS / perSecond;
        long calls = Math.round(duration.toNanos() / everyNanos);
        AtomicLong number = new AtomicLong();
        run(duration, (connection, beganNanos) -> {
            for (long n = number.getAndIncrement(); n < calls && failure.get() == null; n = number.getAndIncrement()) {
                long dueNanos = beganNanos + Math.round(n * everyNanos);
                await(dueNanos);
                exchange(connection, dueNanos);
                latencies.recordValue(Math.min(LONGEST_NANOS, System.nanoTime() - dueNanos));
            }
        });
        return latencies;
    }

    private interface Lane {
        void drive(Connection connection, long beganNanos) throws IOException;
    }

    /// All are connected before the first begins.
    private void run(Duration duration, Lane lane) {
        failure.set(null);
        List<Connection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < size; i++) {
                connections.add(new Connection(server));
            }
            CountDownLatch done = new CountDownLatch(size);
            long beganNanos = System.nanoTime();
            connections.forEach(
                    connection -> Thread.ofPlatform().daemon().start(() -> drive(lane, connection, beganNanos, done)));
            if (!done.await(duration.plus(ANSWER_WITHIN).toMillis(), TimeUnit.MILLISECONDS)) {
                failure.compareAndSet(null, new IOException("no answer within " + ANSWER_WITHIN.toSeconds() + " s"));
            }
        } catch (IOException e) {
            failure.compareAndSet(null, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure.compareAndSet(null, e);
        } finally {
            connections.forEach(Lanes::close);
        }
        Exception failed = failure.get();
        if (failed != null) {
            throw new PartFailedException("A call to %s failed: %s".formatted(server, failed.getMessage()), failed);
        }
    }

    private void drive(Lane lane, Connection connection, long beganNanos, CountDownLatch done) {
        try {
            lane.drive(connection, beganNanos);
        } catch (IOException | RuntimeException e) {
            failure.compareAndSet(null, e);
        } finally {
            done.countDown();
        }
    }

    private void exchange(Connection connection, long dueNanos) throws IOException {
        Asked asked = source.get();
        asked.answered(connection.exchange(asked.request()), dueNanos);
    }

    private static void await(long dueNanos) {
        for (long left = dueNanos - System.nanoTime(); left > 0; left = dueNanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }
}
