package dev.playhead.query.completions;

import dev.playhead.web.problem.ProblemException;
import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;

/// So many consumers and no more. They are made when needed and kept; one that failed is not used
/// again.
final class ConsumerPool implements AutoCloseable {
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Semaphore free;
    private final Deque<Consumer<byte[], byte[]>> idle = new ConcurrentLinkedDeque<>();

    ConsumerPool(Supplier<Consumer<byte[], byte[]>> consumers, int max) {
        this.consumers = consumers;
        this.free = new Semaphore(max, true);
    }

    /// Empty where none is free in time.
    <T> Optional<T> use(Duration within, Function<Consumer<byte[], byte[]>, T> work) {
        if (!acquired(within)) {
            return Optional.empty();
        }
        try {
            return Optional.of(withOne(work));
        } finally {
            free.release();
        }
    }

    @Override
    public void close() {
        for (var each = idle.poll(); each != null; each = idle.poll()) {
            discard(each);
        }
    }

    private <T> T withOne(Function<Consumer<byte[], byte[]>, T> work) {
        Consumer<byte[], byte[]> known = idle.poll();
        Consumer<byte[], byte[]> consumer = known == null ? consumers.get() : known;
        boolean isSound = false;
        try {
            T result = work.apply(consumer);
            isSound = true;
            return result;
        } catch (ProblemException refused) {
            isSound = true;
            throw refused;
        } finally {
            if (isSound) {
                idle.push(consumer);
            } else {
                discard(consumer);
            }
        }
    }

    private static void discard(Consumer<?, ?> consumer) {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }

    private boolean acquired(Duration within) {
        try {
            return free.tryAcquire(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
