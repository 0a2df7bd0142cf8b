package dev.playhead.query.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// How far each partition of a topic is in the rows.
public final class OffsetTable {
    private final JdbcTemplate jdbc;
    private final String topic;

    public OffsetTable(JdbcTemplate jdbc, String topic) {
        this.jdbc = jdbc;
        this.topic = topic;
    }

    /// By partition; without those never seen.
    public Map<Integer, Long> next(Collection<Integer> partitions) {
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
    void begin(Map<Integer, Long> offsets) {
        List<Map.Entry<Integer, Long>> begun = List.copyOf(offsets.entrySet());
        jdbc.update(
                """
                insert into projection_offset (topic, partition, next_offset, activity_seen)
                select ?, begun.partition, begun.next_offset, 0
                from unnest(?::int[], ?::bigint[]) as begun (partition, next_offset)
                on conflict do nothing
                """,
                topic,
                Columns.of(begun, Map.Entry::getKey, Integer[]::new),
                Columns.of(begun, Map.Entry::getValue, Long[]::new));
    }

    /// Moves the partitions on from where they are expected to be. Two writers that hold several
    /// of the same may lock them in different orders: the database ends one, which tries again.
    ///
    /// @throws FencedException where one is elsewhere
    void advance(List<Step> steps, Map<Integer, Long> expected) {
        List<@Nullable Integer> advanced = jdbc.queryForList(
                """
                update projection_offset as stored
                set next_offset = step.next_offset,
                    activity_seen = greatest(stored.activity_seen, step.activity_seen)
                from unnest(?::int[], ?::bigint[], ?::bigint[], ?::bigint[])
                    as step (partition, expected, next_offset, activity_seen)
                where stored.topic = ? and stored.partition = step.partition and stored.next_offset = step.expected
                returning stored.partition
                """,
                Integer.class,
                Columns.of(steps, Step::partition, Integer[]::new),
                Columns.of(steps, step -> expected.getOrDefault(step.partition(), -1L), Long[]::new),
                Columns.of(steps, Step::nextOffset, Long[]::new),
                Columns.of(steps, Step::activitySeen, Long[]::new),
                topic);
        List<Integer> fenced = steps.stream()
                .map(Step::partition)
                .filter(partition -> !advanced.contains(partition))
                .toList();
        if (!fenced.isEmpty()) {
            throw new FencedException(fenced);
        }
    }
}
