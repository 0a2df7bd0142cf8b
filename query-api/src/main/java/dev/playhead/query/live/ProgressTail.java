package dev.playhead.query.live;

import dev.playhead.schemas.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads all partitions of the topic of progress as they grow, in no group: every instance tells
/// every student. It begins a little before the end, so that those who were just cut off from
/// another instance, or from this one before it was started again, find what they missed.
final class ProgressTail {
    private static final Logger log = LoggerFactory.getLogger(ProgressTail.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);
    private static final long RETRY_MS = 1_000;

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final List<TopicPartition> partitions;
    private final UpdateReader reader;
    private final Hub hub;
    private final long lookBack;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Consumer<byte[], byte[]> current;
    private boolean isPlaced;
    private @Nullable Thread thread;

    /// @param consumers makes one that reads committed records as bytes, without a group
    /// @param lookBack how many offsets of each partition are read that were there before
    ProgressTail(
            Supplier<Consumer<byte[], byte[]>> consumers, Topic progress, UpdateReader reader, Hub hub, long lookBack) {
        this.consumers = consumers;
        this.partitions = IntStream.range(0, progress.partitions())
                .mapToObj(number -> new TopicPartition(progress.name(), number))
                .toList();
        this.reader = reader;
        this.hub = hub;
        this.lookBack = lookBack;
    }

    synchronized void start() {
        thread = Thread.ofPlatform().name("live").start(this::run);
    }

    synchronized void stop() {
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

    private void run() {
        while (stop.getCount() > 0) {
            try {
                read();
            } catch (WakeupException e) {
                // Only stop() wakes it up.
                log.debug("Woken up to stop");
            } catch (OffsetOutOfRangeException e) {
                log.warn("The topic of progress does not go on where it was; streams begin anew: {}", e.getMessage());
                isPlaced = false;
            } catch (KafkaException e) {
                log.warn("Live progress cannot be read now, and is tried again: {}", e.getMessage());
                pause();
            } catch (RuntimeException e) {
                log.error("Reading live progress failed, and is tried again", e);
                pause();
            }
        }
    }

    private void read() {
        Consumer<byte[], byte[]> consumer = consumers.get();
        current = consumer;
        try {
            consumer.assign(partitions);
            if (!isPlaced) {
                hub.begin(nearTheEnd(consumer));
                isPlaced = true;
            }
            Position start = hub.position();
            partitions.forEach(each -> consumer.seek(each, start.of(each.partition())));
            while (stop.getCount() > 0) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                hub.apply(reader.read(records), position(consumer));
            }
        } finally {
            current = null;
            consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
        }
    }

    private Position nearTheEnd(Consumer<?, ?> consumer) {
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        SortedMap<Integer, Long> starts = new TreeMap<>();
        consumer.endOffsets(partitions)
                .forEach((each, end) ->
                        starts.put(each.partition(), Math.max(begins.getOrDefault(each, 0L), end - lookBack)));
        return new Position(starts);
    }

    private Position position(Consumer<?, ?> consumer) {
        SortedMap<Integer, Long> next = new TreeMap<>();
        partitions.forEach(each -> next.put(each.partition(), consumer.position(each)));
        return new Position(next);
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
