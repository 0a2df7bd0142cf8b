package dev.playhead.query.completions;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/// Whether what was written can be read. A transaction is over for each partition at a moment of
/// its own: when what it says of progress is in the rows, what it says of completions may still be
/// hidden, on a broker that is slower.
///
/// @param admin is asked where partitions end, hidden records included
record Visibility(Admin admin) {
    private static final Duration PAUSE = Duration.ofMillis(5);

    /// Waits until all that is written by now can be read, and says whether it can. It takes half of
    /// the time at most, and leaves the rest for reading.
    boolean awaited(Consumer<?, ?> consumer, Collection<TopicPartition> partitions, Deadline deadline) {
        if (partitions.isEmpty()) {
            return true;
        }
        Map<TopicPartition, Long> written = written(partitions, deadline);
        Deadline halfway = deadline.halfway();
        while (!halfway.isOver()) {
            Map<TopicPartition, Long> readable = consumer.endOffsets(partitions, deadline.left());
            if (written.entrySet().stream()
                    .allMatch(end -> readable.getOrDefault(end.getKey(), 0L) >= end.getValue())) {
                return true;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return false;
    }

    private Map<TopicPartition, Long> written(Collection<TopicPartition> partitions, Deadline deadline) {
        int leftMs = (int) deadline.left().toMillis();
        var ends = admin.listOffsets(
                partitions.stream().collect(Collectors.toMap(Function.identity(), each -> OffsetSpec.latest())),
                new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED).timeoutMs(leftMs));
        try {
            return ends.all().get(leftMs, TimeUnit.MILLISECONDS).entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, end -> end.getValue().offset()));
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("The brokers do not say where the topic ends", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted", e);
        }
    }
}
