package dev.playhead.bench.backlog;

import java.util.Map;

/// What a topic holds that is not drained yet.
///
/// @param first the offset of its first record, by partition
/// @param records how many they are, by partition
public record Backlog(Map<Integer, Long> first, Map<Integer, Long> records) {
    public Backlog {
        first = Map.copyOf(first);
        records = Map.copyOf(records);
    }

    public long size() {
        return records.values().stream().mapToLong(Long::longValue).sum();
    }

    /// How many of its records are before these offsets.
    public long before(Map<Integer, Long> offsets) {
        return records.entrySet().stream()
                .mapToLong(each -> before(each.getKey(), each.getValue(), offsets))
                .sum();
    }

    private long before(int partition, long size, Map<Integer, Long> offsets) {
        return Math.clamp(offsets.getOrDefault(partition, 0L) - first.getOrDefault(partition, 0L), 0, size);
    }
}
