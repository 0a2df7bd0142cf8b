package dev.playhead.query.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/// How far each partition of the topic of progress is in the rows.
final class OffsetTable {
    private final JdbcTemplate jdbc;
    private final String topic;

    OffsetTable(JdbcTemplate jdbc, String topic) {
        this.jdbc = jdbc;
        this.topic = topic;
    }

    /// By partition; without those never seen.
    Map<Integer, Long> next(Collection<Integer> partitions) {
        Map<Integer, Long> next = new HashMap<>();
        jdbc.query(
                """
                select partition, next_offset
                from projection_offset
                where topic = ? and partition = any(?)
                """,
                row -> {
                    next.put(row.getInt(1), row.getLong(2));
                },
                topic,
                partitions.toArray(Integer[]::new));
        return next;
    }

    /// Does nothing where another instance was first.
    void begin(int partition, long offset) {
        jdbc.update("""
                insert into projection_offset (topic, partition, next_offset, activity_seen)
                values (?, ?, ?, 0)
                on conflict do nothing
                """, topic, partition, offset);
    }

    /// Moves the partitions on from where they are expected to be.
    ///
    /// @throws FencedException where one is elsewhere
    void advance(List<Step> steps, Map<Integer, Long> expected) {
        int[] updated = jdbc.batchUpdate(
                """
                update projection_offset
                set next_offset = ?, activity_seen = greatest(activity_seen, ?)
                where topic = ? and partition = ? and next_offset = ?
                """,
                steps.stream()
                        .map(step -> new Object[] {
                            step.nextOffset(),
                            step.activitySeen(),
                            topic,
                            step.partition(),
                            expected.getOrDefault(step.partition(), -1L)
                        })
                        .toList());
        List<Integer> fenced = new ArrayList<>();
        for (int i = 0; i < updated.length; i++) {
            if (updated[i] == 0) {
                fenced.add(steps.get(i).partition());
            }
        }
        if (!fenced.isEmpty()) {
            throw new FencedException(fenced);
        }
    }
}
