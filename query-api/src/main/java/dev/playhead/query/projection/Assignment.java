package dev.playhead.query.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/// The partitions that this consumer has, and where the database says each of them is. One that
/// is not placed, new or given up, is held still: nothing is fetched from it until the database
/// has been asked. So every trouble has one way out, whatever it was and however it ended.
final class Assignment implements ConsumerRebalanceListener {
    private final Consumer<?, ?> consumer;
    private final String topic;
    private final OffsetTable offsets;
    private final ProjectionState state;
    private final Map<TopicPartition, Long> placed = new HashMap<>();
    private final Set<TopicPartition> unplaced = new HashSet<>();
    private final Map<TopicPartition, Long> outOfRange = new HashMap<>();

    Assignment(Consumer<?, ?> consumer, String topic, OffsetTable offsets, ProjectionState state) {
        this.consumer = consumer;
        this.topic = topic;
        this.offsets = offsets;
        this.state = state;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        // Kafka wants a position at once and would ask the group for one: it is not to.
        partitions.forEach(partition -> consumer.seek(partition, 0));
        consumer.pause(partitions);
        unplaced.addAll(partitions);
        state.assigned(numbers(partitions));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        placed.keySet().removeAll(partitions);
        unplaced.removeAll(partitions);
        outOfRange.keySet().removeAll(partitions);
        state.revoked(numbers(partitions));
    }

    boolean isComplete() {
        return unplaced.isEmpty();
    }

    Set<TopicPartition> placed() {
        return placed.keySet();
    }

    /// Seeks what is not placed to where the database says.
    void place() {
        Map<Integer, Long> next = nextOrBegun();
        for (TopicPartition partition : List.copyOf(unplaced)) {
            Long offset = next.get(partition.partition());
            if (offset != null && !isStillOutOfRange(partition, offset)) {
                consumer.seek(partition, offset);
                consumer.resume(List.of(partition));
                placed.put(partition, offset);
                unplaced.remove(partition);
            }
        }
    }

    /// Holds these still until they are placed again.
    void giveUp(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : List.copyOf(partitions)) {
            if (placed.remove(partition) != null) {
                unplaced.add(partition);
                consumer.pause(List.of(partition));
            }
        }
    }

    /// The log does not hold what the database wants next. Nobody jumps: a person decides.
    void giveUpOutOfRange(TopicPartition partition, long offset) {
        giveUp(List.of(partition));
        outOfRange.put(partition, offset);
        state.stuck(
                partition.partition(),
                "the database wants " + partition + " from offset " + offset
                        + ", which the log does not hold: the database is older than what the log keeps, or the"
                        + " topic was made anew; restore the one that fits the other, or rebuild the tables from the"
                        + " topic (infra/rebuild, or query-api.jar rebuild)");
    }

    Map<Integer, Long> expected() {
        Map<Integer, Long> expected = new HashMap<>();
        placed.forEach((partition, offset) -> expected.put(partition.partition(), offset));
        return expected;
    }

    void advanced(List<Step> steps) {
        steps.forEach(step -> placed.replace(new TopicPartition(topic, step.partition()), step.nextOffset()));
    }

    /// How far each partition was read, where all that was read is in the rows; without those that
    /// are not placed.
    Map<TopicPartition, Long> reached() {
        Map<TopicPartition, Long> reached = new HashMap<>();
        placed.keySet().forEach(partition -> reached.put(partition, consumer.position(partition)));
        return reached;
    }

    private Map<Integer, Long> nextOrBegun() {
        Map<Integer, Long> next = offsets.next(numbers(unplaced));
        List<TopicPartition> unknown = unplaced.stream()
                .filter(partition -> !next.containsKey(partition.partition()))
                .toList();
        if (unknown.isEmpty()) {
            return next;
        }
        Map<Integer, Long> beginnings = new HashMap<>();
        consumer.beginningOffsets(unknown)
                .forEach((partition, offset) -> beginnings.put(partition.partition(), offset));
        offsets.begin(beginnings);
        // Another instance may have begun some of them meanwhile, and may be further.
        return offsets.next(numbers(unplaced));
    }

    private boolean isStillOutOfRange(TopicPartition partition, long offset) {
        Long refused = outOfRange.get(partition);
        if (refused != null && refused == offset) {
            return true;
        }
        outOfRange.remove(partition);
        state.goesOn(partition.partition());
        return false;
    }

    private static List<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).toList();
    }
}
