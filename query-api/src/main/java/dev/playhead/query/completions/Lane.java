package dev.playhead.query.completions;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// One partition's part of a page.
final class Lane {
    private final TopicPartition partition;
    private final long end;
    private final Queue<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();
    private long position;

    /// @param end where it ended when the page was begun; what came since is for the next one
    Lane(TopicPartition partition, long begin, long end) {
        this.partition = partition;
        this.position = begin;
        this.end = end;
    }

    TopicPartition partition() {
        return partition;
    }

    /// @param reached the offset that is fetched next: there may be more between than records
    void add(List<ConsumerRecord<byte[], byte[]>> records, long reached) {
        records.stream().filter(each -> each.offset() < end).forEach(waiting::add);
        position = Math.min(reached, end);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /// Whether nothing will come any more.
    boolean isAtEnd() {
        return waiting.isEmpty() && position >= end;
    }

    Optional<ConsumerRecord<byte[], byte[]>> take() {
        return Optional.ofNullable(waiting.poll());
    }

    /// The offset behind what was taken.
    long next() {
        ConsumerRecord<byte[], byte[]> first = waiting.peek();
        return first == null ? position : first.offset();
    }
}
