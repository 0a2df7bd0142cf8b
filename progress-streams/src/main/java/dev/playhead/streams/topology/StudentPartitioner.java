package dev.playhead.streams.topology;

import dev.playhead.schemas.id.ProgressKey;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.StreamPartitioner;

/// Puts progress where its student's activity is, though its key has the material too.
final class StudentPartitioner implements StreamPartitioner<String, SpecificRecord> {
    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, SpecificRecord value, int partitions) {
        String student = ProgressKey.parse(key).student();
        return Optional.of(Set.of(ProgressKey.partition(student, partitions)));
    }
}
