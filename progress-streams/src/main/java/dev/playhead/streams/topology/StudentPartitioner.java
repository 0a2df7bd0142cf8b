package dev.playhead.streams.topology;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/// Puts progress where its student's activity is, though its key has the material too. As
/// [ProgressKey] has it, without making texts of bytes and bytes of texts again: this is asked for
/// each record.
final class StudentPartitioner implements StreamPartitioner<byte[], byte[]> {
    private static final byte SLASH = '/';

    @Override
    public Optional<Set<Integer>> partitions(String topic, byte[] key, byte[] value, int partitions) {
        return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(student(key))) % partitions));
    }

    private static byte[] student(byte[] key) {
        for (int slash = key.length - 1; slash > 0; slash--) {
            if (key[slash] == SLASH) {
                return Arrays.copyOf(key, slash);
            }
        }
        throw new IllegalArgumentException("Not a key of progress, which begins with a student's");
    }
}
