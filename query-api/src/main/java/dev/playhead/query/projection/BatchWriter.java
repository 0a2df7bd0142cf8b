package dev.playhead.query.projection;

import dev.playhead.query.projection.SetAside.Why;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.springframework.dao.DataAccessException;

/// Writes what a poll delivered, in one transaction. Where the database refuses a row, it writes
/// halves, and halves of halves, until the one record is found that it refuses: that is set aside,
/// and the others are in the rows.
final class BatchWriter {
    private final RecordReader reader;
    private final ProjectionStore store;
    private final Assignment assignment;

    BatchWriter(ProjectionParts parts, Assignment assignment) {
        this.reader = parts.reader();
        this.store = parts.store();
        this.assignment = assignment;
    }

    /// @param written told of each transaction after it
    void write(ConsumerRecords<byte[], byte[]> records, Consumer<Batch> written) {
        Batch batch = Batch.of(records, reader);
        try {
            commit(batch, written);
        } catch (DataAccessException e) {
            if (!Refusal.isAboutARow(e)) {
                throw e;
            }
            if (records.count() > 1) {
                halves(records).forEach(half -> write(half, written));
            } else {
                ConsumerRecord<byte[], byte[]> refused = records.iterator().next();
                commit(Batch.of(SetAside.of(Why.REFUSED, refused, Causes.shortly(e))), written);
            }
        }
    }

    private void commit(Batch batch, Consumer<Batch> written) {
        store.write(batch, assignment.expected());
        assignment.advanced(batch.steps());
        written.accept(batch);
    }

    /// Each partition's records stay in their order.
    private static List<ConsumerRecords<byte[], byte[]>> halves(ConsumerRecords<byte[], byte[]> records) {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        records.partitions().forEach(partition -> all.addAll(records.records(partition)));
        int middle = all.size() / 2;
        return List.of(together(all.subList(0, middle)), together(all.subList(middle, all.size())));
    }

    private static ConsumerRecords<byte[], byte[]> together(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> byPartition = new HashMap<>();
        records.forEach(each -> byPartition
                .computeIfAbsent(new TopicPartition(each.topic(), each.partition()), partition -> new ArrayList<>())
                .add(each));
        return new ConsumerRecords<>(byPartition, Map.of());
    }
}
