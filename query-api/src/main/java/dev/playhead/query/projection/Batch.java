package dev.playhead.query.projection;

import dev.playhead.query.record.UnreadableRecordException;
import dev.playhead.schemas.id.ActivityPlace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/// What one poll delivered, folded: the last change of each key, and a step for each partition.
final class Batch {
    /// In the order of the log, in which the rows stand in the table too.
    private final Map<Object, Change> changes = new LinkedHashMap<>();
    private final Map<Integer, Step> steps = new TreeMap<>();
    private final List<ActivityPlace> deadLetters = new ArrayList<>();
    private final List<SetAside> setAside = new ArrayList<>();

    private Batch() {}

    static Batch of(ConsumerRecords<byte[], byte[]> records, RecordReader reader) {
        Batch batch = new Batch();
        for (TopicPartition partition : records.partitions()) {
            batch.add(partition, records.records(partition), reader);
        }
        return batch;
    }

    /// Of a record that is set aside, and nothing else.
    static Batch of(SetAside record) {
        Batch batch = new Batch();
        batch.setAside.add(record);
        batch.steps.put(record.partition(), new Step(record.partition(), record.offset() + 1, 0));
        return batch;
    }

    Collection<Change> changes() {
        return changes.values();
    }

    <T extends Change> List<T> only(Class<T> kind) {
        return changes.values().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /// In the order of the partitions, so that two writers lock them in the same order.
    List<Step> steps() {
        return steps.values().stream()
                .sorted(Comparator.comparingInt(Step::partition))
                .toList();
    }

    /// The activities that were set aside before they came here.
    List<ActivityPlace> deadLetters() {
        return List.copyOf(deadLetters);
    }

    /// The records themselves that are.
    List<SetAside> setAside() {
        return List.copyOf(setAside);
    }

    private void add(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records, RecordReader reader) {
        long seen = 0;
        for (ConsumerRecord<byte[], byte[]> each : records) {
            try {
                Effect effect = reader.read(each);
                effect.change().ifPresent(change -> changes.merge(change.key(), change, Change::or));
                effect.deadLetter().ifPresent(deadLetters::add);
                seen = Math.max(seen, effect.activitySeen());
            } catch (UnreadableRecordException e) {
                setAside.add(SetAside.of(SetAside.Why.UNREADABLE, each, String.valueOf(e.getMessage())));
            }
        }
        long next = records.getLast().offset() + 1;
        steps.put(partition.partition(), new Step(partition.partition(), next, seen));
    }
}
