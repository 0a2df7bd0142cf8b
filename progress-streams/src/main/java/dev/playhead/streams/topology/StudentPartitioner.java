package dev.playhead.streams.topology;

import dev.playhead.schemas.id.ProgressKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/// Puts progress where its student's activity is, though its key has the material too.
final class StudentPartitioner implements StreamPartitioner<byte[], byte[]> {
    @Override
    public Optional<Set<Integer>> partitions(String topic, byte[] key, byte[] value, int partitions) {
        String student =
                ProgressKey.parse(new String(key, StandardCharsets.UTF_8)).student();
        return Optional.of(Set.of(ProgressKey.partition(student, partitions)));
    }
}
