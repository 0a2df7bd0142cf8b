package dev.playhead.query.live;

import dev.playhead.query.record.TopicTail;
import dev.playhead.schemas.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads all partitions of the topic of progress as they grow, in no group: every instance tells
/// every student. It begins a little before the end, so that those who were just cut off from
/// another instance, or from this one before it was started again, find what they missed. Further
/// behind than that, with nobody listening, it goes nearly to the end: what it read until then
/// would be forgotten there, at the cost of those who write the same records into the rows.
final class ProgressTail implements TopicTail.Follower {
    private static final Logger log = LoggerFactory.getLogger(ProgressTail.class);

    /// Where it goes on after what it skips: a little before the end. The end is behind what marks the
    /// last transaction, and the rows are where its last record was; nobody could begin between them.
    private static final long BEFORE_THE_END = 100;

    private final List<TopicPartition> partitions;
    private final UpdateReader reader;
    private final Hub hub;
    private final long lookBack;
    private boolean isPlaced;

    /// @param lookBack how many offsets of each partition are read that were there before
    ProgressTail(Topic progress, UpdateReader reader, Hub hub, long lookBack) {
        this.partitions = IntStream.range(0, progress.partitions())
                .mapToObj(number -> new TopicPartition(progress.name(), number))
                .toList();
        this.reader = reader;
        this.hub = hub;
        this.lookBack = lookBack;
    }

    @Override
    public void begin(Consumer<byte[], byte[]> consumer) {
        consumer.assign(partitions);
        if (!isPlaced) {
            hub.begin(nearTheEnd(consumer, lookBack));
            isPlaced = true;
        }
        Position start = hub.position();
        partitions.forEach(each -> consumer.seek(each, start.of(each.partition())));
    }

    @Override
    public void follow(Consumer<byte[], byte[]> consumer, Duration atMost) {
        try {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(atMost);
            hub.apply(reader.read(records), position(consumer));
            skipWhereNobodyListens(consumer);
        } catch (OffsetOutOfRangeException e) {
            log.warn("The topic of progress does not go on where it was; streams begin anew: {}", e.getMessage());
            isPlaced = false;
            begin(consumer);
        }
    }

    private void skipWhereNobodyListens(Consumer<byte[], byte[]> consumer) {
        if (!hub.isIdle() || !isFarBehind(consumer)) {
            return;
        }
        Position start = nearTheEnd(consumer, Math.min(BEFORE_THE_END, lookBack));
        if (hub.beginWhereIdle(start)) {
            partitions.forEach(each -> consumer.seek(each, start.of(each.partition())));
        }
    }

    /// One is enough: how far the others are is known when what was fetched of them is read.
    private boolean isFarBehind(Consumer<?, ?> consumer) {
        return partitions.stream().anyMatch(each -> consumer.currentLag(each).orElse(0) > lookBack);
    }

    private Position nearTheEnd(Consumer<?, ?> consumer, long before) {
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        SortedMap<Integer, Long> starts = new TreeMap<>();
        consumer.endOffsets(partitions)
                .forEach((each, end) ->
                        starts.put(each.partition(), Math.max(begins.getOrDefault(each, 0L), end - before)));
        return new Position(starts);
    }

    private Position position(Consumer<?, ?> consumer) {
        SortedMap<Integer, Long> next = new TreeMap<>();
        partitions.forEach(each -> next.put(each.partition(), consumer.position(each)));
        return new Position(next);
    }
}
