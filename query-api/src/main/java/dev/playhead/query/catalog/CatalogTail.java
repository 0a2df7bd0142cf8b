package dev.playhead.query.catalog;

import dev.playhead.query.record.EventValues;
import dev.playhead.query.record.TopicTail;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.SmartLifecycle;

/// Reads the catalog from its beginning and then as it changes. Its topic has one partition, and
/// every instance reads all of it: no group.
public final class CatalogTail implements SmartLifecycle, TopicTail.Follower {
    private final TopicPartition partition;
    private final CatalogReader reader;
    private final Catalog catalog;
    private final Runnable changed;
    private final TopicTail tail;
    private long end;

    /// @param consumers makes one that reads committed records as bytes, without a group
    /// @param changed run after the catalog has moved on
    public CatalogTail(
            Supplier<Consumer<byte[], byte[]>> consumers,
            String topic,
            EventValues values,
            Catalog catalog,
            Runnable changed) {
        this.partition = new TopicPartition(topic, 0);
        this.reader = new CatalogReader(values);
        this.catalog = catalog;
        this.changed = changed;
        this.tail = new TopicTail("catalog", consumers, this);
    }

    @Override
    public void start() {
        tail.start();
    }

    @Override
    public void stop() {
        tail.stop();
    }

    /// Once stopped it is over: whoever goes on afterwards is a new one.
    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public boolean isRunning() {
        return tail.isRunning();
    }

    /// From where the catalog in memory is: after a failure that is not the beginning.
    @Override
    public void begin(Consumer<byte[], byte[]> consumer) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        if (catalog.position() > consumer.position(partition)) {
            consumer.seek(partition, catalog.position());
        }
        end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    @Override
    public void follow(Consumer<byte[], byte[]> consumer, Duration atMost) {
        if (!catalog.isComplete() && consumer.position(partition) >= end) {
            catalog.completed();
        }
        apply(consumer.poll(atMost));
    }

    private void apply(ConsumerRecords<byte[], byte[]> polled) {
        List<ConsumerRecord<byte[], byte[]>> records = polled.records(partition);
        if (!records.isEmpty()) {
            catalog.become(reader.apply(catalog.soFar(), records));
            changed.run();
        }
    }
}
