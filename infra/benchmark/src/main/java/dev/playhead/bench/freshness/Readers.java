package dev.playhead.bench.freshness;

import dev.playhead.bench.load.Answer;
import dev.playhead.bench.load.Connection;
import dev.playhead.bench.load.Request;
import dev.playhead.testing.parts.PartFailedException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// Reads what was written until the answer holds it. Of many writes they read few: what is measured
/// is the way of a write, and not how many reads there can be.
final class Readers implements Consumer<Written>, AutoCloseable {
    private static final int SIZE = 64;
    private static final long LONGEST_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int DIGITS = 3;
    private static final Duration POLL = Duration.ofMillis(10);
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    /// A server closes what is silent for longer.
    private static final Duration IDLE_MAX = Duration.ofSeconds(20);

    private final URI server;
    private final LongSupplier nanoTime;
    private final BlockingQueue<Written> waiting = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final AtomicLong nextNanos = new AtomicLong();
    private final AtomicInteger unread = new AtomicInteger();
    private final AtomicLong putOff = new AtomicLong();
    private volatile Histogram nanos = empty();
    private volatile long everyNanos = Long.MAX_VALUE;

    Readers(String url) {
        this(url, System::nanoTime);
    }

    /// @param nanoTime the clock that writes were due by
    Readers(String url, LongSupplier nanoTime) {
        this.server = URI.create(url);
        this.nanoTime = nanoTime;
        for (int i = 0; i < SIZE; i++) {
            Thread.ofPlatform().daemon().name("reader-" + i).start(this::read);
        }
    }

    /// From now on so many of the writes are read in a second.
    void begin(double perSecond) {
        nanos = empty();
        putOff.set(0);
        everyNanos = Math.round(TimeUnit.SECONDS.toNanos(1) / perSecond);
        nextNanos.set(nanoTime.getAsLong());
    }

    /// What was read since [#begin], or since this was last asked for.
    Histogram taken() {
        Exception failed = failure.get();
        if (failed != null) {
            throw new PartFailedException("A read of what was written failed: " + failed.getMessage(), failed);
        }
        Histogram taken = nanos;
        nanos = empty();
        return taken;
    }

    /// How many were told to come later, since the same. They came, and their time went on.
    long putOff() {
        return putOff.getAndSet(0);
    }

    /// No more are read; returns when those that were begun are.
    void end() throws InterruptedException {
        everyNanos = Long.MAX_VALUE;
        long endNanos = System.nanoTime() + 2 * LONGEST_NANOS;
        while (unread.get() > 0 && failure.get() == null) {
            if (System.nanoTime() > endNanos) {
                failure.compareAndSet(null, new IOException("no answer within " + 2 * LONGEST_NANOS / 1e9 + " s"));
            }
            Thread.sleep(POLL);
        }
    }

    @Override
    public void accept(Written written) {
        long every = everyNanos;
        long next = nextNanos.get();
        if (every != Long.MAX_VALUE && written.dueNanos() >= next && nextNanos.compareAndSet(next, next + every)) {
            unread.incrementAndGet();
            waiting.add(written);
        }
    }

    @Override
    public void close() {
        everyNanos = Long.MAX_VALUE;
        failure.compareAndSet(null, new IOException("closed"));
    }

    private void read() {
        @Nullable Connection connection = null;
        try {
            while (failure.get() == null) {
                Written written = waiting.poll(IDLE_MAX.toSeconds(), TimeUnit.SECONDS);
                if (written == null) {
                    connection = null;
                } else {
                    connection = connection == null ? new Connection(server) : connection;
                    read(connection, written);
                    unread.decrementAndGet();
                }
            }
        } catch (IOException | RuntimeException e) {
            failure.compareAndSet(null, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A read that has waited as long as reads do, and does not hold it, is asked again.
    private void read(Connection connection, Written written) throws IOException, InterruptedException {
        Request request = Request.get(
                "/api/progress/video/" + written.video() + "/status",
                written.token(),
                "Playhead-Read-After: " + written.written());
        Histogram into = nanos;
        while (!isFresh(request, connection.exchange(request))) {
            if (nanoTime.getAsLong() - written.dueNanos() > LONGEST_NANOS) {
                throw new IOException(request + " did not hold what was written a minute before");
            }
        }
        into.recordValue(Math.min(LONGEST_NANOS, nanoTime.getAsLong() - written.dueNanos()));
    }

    private boolean isFresh(Request request, Answer answer) throws IOException, InterruptedException {
        return switch (answer.status()) {
            case OK -> answer.header("Playhead-Fresh").filter("true"::equals).isPresent();
            case UNAVAILABLE -> {
                putOff.incrementAndGet();
                Thread.sleep(POLL);
                yield false;
            }
            default ->
                throw new IOException("%s was answered %d %s".formatted(request, answer.status(), answer.text()));
        };
    }

    private static Histogram empty() {
        return new ConcurrentHistogram(LONGEST_NANOS, DIGITS);
    }
}
