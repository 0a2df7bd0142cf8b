package dev.playhead.query.record;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows a topic on a thread of its own until it is stopped, with a new consumer after a failure.
/// Once stopped it is over.
public final class TopicTail {
    private static final Logger log = LoggerFactory.getLogger(TopicTail.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);
    private static final long RETRY_MS = 1_000;

    private final String name;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Follower follower;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Consumer<byte[], byte[]> current;
    private @Nullable Thread thread;

    /// What is read of the topic, and what becomes of it. Where either fails, both come again.
    public interface Follower {
        /// Sends a new consumer to where the last one was.
        void begin(Consumer<byte[], byte[]> consumer);

        /// Polls once, and takes what there is.
        void follow(Consumer<byte[], byte[]> consumer, Duration atMost);
    }

    /// @param name of the thread, and in the log
    /// @param consumers makes one that reads committed records as bytes, without a group
    public TopicTail(String name, Supplier<Consumer<byte[], byte[]>> consumers, Follower follower) {
        this.name = name;
        this.consumers = consumers;
        this.follower = follower;
    }

    public synchronized void start() {
        thread = Thread.ofPlatform().name(name).start(this::run);
    }

    public synchronized void stop() {
        stop.countDown();
        Consumer<byte[], byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
        if (thread != null) {
            join(thread);
            thread = null;
        }
    }

    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (!isStopping()) {
            try {
                read();
            } catch (WakeupException e) {
                // Only stop() wakes it up.
                log.debug("Woken up to stop");
            } catch (KafkaException e) {
                log.warn("The tail \"{}\" cannot be read now, and is tried again: {}", name, e.getMessage());
                pause();
            } catch (RuntimeException e) {
                log.error("Reading the tail \"{}\" failed, and is tried again", name, e);
                pause();
            }
        }
    }

    private void read() {
        Consumer<byte[], byte[]> consumer = consumers.get();
        current = consumer;
        try {
            follower.begin(consumer);
            while (!isStopping()) {
                follower.follow(consumer, POLL);
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
            boolean stopping = stop.await(RETRY_MS, TimeUnit.MILLISECONDS);
            log.debug("Stopping: {}", stopping);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }

    private static void join(Thread reading) {
        try {
            reading.join(CLOSE_WITHIN.plusSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
