package dev.playhead.streams.topology;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/// Puts a record where all is that has the same owner, which stands before the last slash of its
/// key: progress where its student's activity is, as [ProgressKey] has it, and the parts of an
/// audience where the others of their material are. Without making texts of bytes and bytes of
/// texts again: this is asked for each record.
final class OwnerPartitioner implements StreamPartitioner<byte[], byte[]> {
    private static final byte SLASH = '/';

    @Override
    public Optional<Set<Integer>> partitions(String topic, byte[] key, byte[] value, int partitions) {
        return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(owner(key))) % partitions));
    }

    private static byte[] owner(byte[] key) {
        for (int slash = key.length - 1; slash > 0; slash--) {
            if (key[slash] == SLASH) {
                return Arrays.copyOf(key, slash);
            }
        }
        throw new IllegalArgumentException("Not a key that begins with its owner's");
    }
}
