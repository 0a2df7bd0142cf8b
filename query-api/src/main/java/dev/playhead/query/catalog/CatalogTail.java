package dev.playhead.query.catalog;

import dev.playhead.query.record.EventValues;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Reads the catalog from its beginning and then as it changes. Its topic has one partition, and
/// every instance reads all of it: no group.
public final class CatalogTail implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(CatalogTail.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);
    private static final long RETRY_MS = 1_000;

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final TopicPartition partition;
    private final CatalogReader reader;
    private final Catalog catalog;
    private final Runnable changed;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Consumer<byte[], byte[]> current;
    private @Nullable Thread thread;

    /// @param consumers makes one that reads committed records as bytes, without a group
    /// @param changed run after the catalog has moved on
    public CatalogTail(
            Supplier<Consumer<byte[], byte[]>> consumers,
            String topic,
            EventValues values,
            Catalog catalog,
            Runnable changed) {
        this.consumers = consumers;
        this.partition = new TopicPartition(topic, 0);
        this.reader = new CatalogReader(values);
        this.catalog = catalog;
        this.changed = changed;
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofPlatform().name("catalog").start(this::run);
    }

    @Override
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

    /// Once stopped it is over: whoever goes on afterwards is a new one.
    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (stop.getCount() > 0) {
            try {
                read();
            } catch (WakeupException e) {
                // Only stop() wakes it up.
                log.debug("Woken up to stop");
            } catch (KafkaException e) {
                log.warn("The catalog cannot be read now, and is tried again: {}", e.getMessage());
                pause();
            } catch (RuntimeException e) {
                log.error("Reading the catalog failed, and is tried again", e);
                pause();
            }
        }
    }

    /// From where the catalog in memory is: after a failure that is not the beginning.
    private void read() {
        Consumer<byte[], byte[]> consumer = consumers.get();
        current = consumer;
        try {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            if (catalog.position() > consumer.position(partition)) {
                consumer.seek(partition, catalog.position());
            }
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (stop.getCount() > 0) {
                if (!catalog.isComplete() && consumer.position(partition) >= end) {
                    catalog.completed();
                }
                apply(consumer.poll(POLL));
            }
        } finally {
            current = null;
            consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
        }
    }

    private void apply(ConsumerRecords<byte[], byte[]> polled) {
        List<ConsumerRecord<byte[], byte[]>> records = polled.records(partition);
        if (!records.isEmpty()) {
            catalog.become(reader.apply(catalog.soFar(), records));
            changed.run();
        }
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
