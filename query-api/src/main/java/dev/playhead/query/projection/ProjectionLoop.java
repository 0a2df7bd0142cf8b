package dev.playhead.query.projection;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one consumer running on a thread of its own, with a new one where one is beyond help.
final class ProjectionLoop implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(ProjectionLoop.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final String topic;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final ProjectionParts parts;
    private final ProjectionState state;
    private final Backoff backoff;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Consumer<byte[], byte[]> current;

    /// @param topic in a word
    ProjectionLoop(
            String topic,
            Supplier<Consumer<byte[], byte[]>> consumers,
            ProjectionParts parts,
            ProjectionState state,
            Backoff backoff) {
        this.topic = topic;
        this.consumers = consumers;
        this.parts = parts;
        this.state = state;
        this.backoff = backoff;
    }

    String topic() {
        return topic;
    }

    ProjectionState state() {
        return state;
    }

    @Override
    public void run() {
        while (!isStopping()) {
            try {
                project();
            } catch (WakeupException e) {
                // Only stop() wakes it up.
                log.debug("Woken up to stop");
            } catch (RuntimeException e) {
                log.error("The projection's consumer failed; another takes its place", e);
                pause();
            }
        }
    }

    /// Ends after the batch at hand. The consumer leaves the group, so that its partitions move to
    /// other instances at once.
    void stop() {
        stop.countDown();
        Consumer<byte[], byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    private void project() {
        Consumer<byte[], byte[]> consumer = consumers.get();
        current = consumer;
        try {
            ProjectionRun run = new ProjectionRun(consumer, parts, state, backoff);
            run.begin();
            while (!isStopping()) {
                run.turn();
            }
        } finally {
            current = null;
            consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
        }
    }

    private boolean isStopping() {
        return stop.getCount() == 0;
    }

    private void pause() {
        try {
            boolean stopping = stop.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS);
            log.debug("Stopping: {}", stopping);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }
}
