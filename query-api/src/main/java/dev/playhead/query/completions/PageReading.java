package dev.playhead.query.completions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/// Reads a page off the partitions, one record of each by turns, so that a full one does not keep
/// the others' waiting. A partition that still has some to give is not fetched from.
final class PageReading {
    private static final Duration POLL_MAX = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final List<Lane> lanes;
    private final Deadline deadline;

    /// @param consumer stands where the lanes begin
    PageReading(Consumer<byte[], byte[]> consumer, List<Lane> lanes, Deadline deadline) {
        this.consumer = consumer;
        this.lanes = lanes;
        this.deadline = deadline;
    }

    /// What there is by the deadline, `max` at most.
    <T> List<T> read(int max, Function<ConsumerRecord<byte[], byte[]>, Optional<T>> reader) {
        List<T> page = new ArrayList<>();
        while (page.size() < max && fetched()) {
            for (Lane lane : lanes) {
                if (page.size() < max) {
                    lane.take().flatMap(reader).ifPresent(page::add);
                }
            }
        }
        return page;
    }

    /// Whether there is one to take of each lane that is not at its end, and of one at least.
    private boolean fetched() {
        for (Set<TopicPartition> wanted = wanted(); !wanted.isEmpty(); wanted = wanted()) {
            if (deadline.isOver()) {
                return false;
            }
            fetch(wanted);
        }
        return lanes.stream().anyMatch(lane -> !lane.isEmpty());
    }

    private Set<TopicPartition> wanted() {
        return lanes.stream()
                .filter(lane -> lane.isEmpty() && !lane.isAtEnd())
                .map(Lane::partition)
                .collect(Collectors.toSet());
    }

    private void fetch(Set<TopicPartition> wanted) {
        Set<TopicPartition> others = new HashSet<>(consumer.assignment());
        others.removeAll(wanted);
        consumer.pause(others);
        consumer.resume(wanted);
        ConsumerRecords<byte[], byte[]> records = consumer.poll(shorter(POLL_MAX, deadline.left()));
        lanes.stream()
                .filter(lane -> wanted.contains(lane.partition()))
                .forEach(lane -> lane.add(
                        records.records(lane.partition()), consumer.position(lane.partition(), deadline.left())));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
