package dev.playhead.query.projection;

import dev.playhead.schemas.id.ActivityPlace;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/// How much of the students' logs the rows hold, as the database says. Read in the transaction
/// that reads the rows, it is about those rows.
public final class ActivitySeen {
    private final JdbcTemplate jdbc;
    private final String topic;

    public ActivitySeen(JdbcTemplate jdbc, String progressTopic) {
        this.jdbc = jdbc;
        this.topic = progressTopic;
    }

    /// By partition of the activity, one more than the highest offset whose effect is in the rows,
    /// or which was set aside.
    public Map<Integer, Long> of(Collection<Integer> partitions) {
        Map<Integer, Long> seen = new HashMap<>();
        jdbc.query(
                """
                select partition, activity_seen
                from projection_offset
                where topic = ? and partition = any(?)
                """,
                row -> {
                    seen.put(row.getInt(1), row.getLong(2));
                },
                topic,
                partitions.toArray(Integer[]::new));
        return seen;
    }

    /// Whether these are in the rows, all of them.
    public Seen ofAll(Collection<ActivityPlace> activities) {
        Seen seen = jdbc.queryForObject(
                """
                select case
                    when count(dead_letter.activity_offset) + count(set_aside.activity_offset) > 0 then 'LOST'
                    when coalesce(bool_and(asked.activity_offset < coalesce(activity_seen, 0)), true) then 'HELD'
                    else 'AWAITED'
                end
                from unnest(?::int[], ?::bigint[]) as asked (partition, activity_offset)
                left join projection_offset
                    on projection_offset.topic = ? and projection_offset.partition = asked.partition
                left join dead_letter
                    on dead_letter.topic = ? and dead_letter.partition = asked.partition
                    and dead_letter.activity_offset = asked.activity_offset
                left join set_aside
                    on set_aside.topic = ? and set_aside.partition = asked.partition
                    and set_aside.activity_offset = asked.activity_offset
                """,
                (row, number) -> Seen.valueOf(row.getString(1)),
                activities.stream().map(ActivityPlace::partition).toArray(Integer[]::new),
                activities.stream().map(ActivityPlace::offset).toArray(Long[]::new),
                topic,
                topic,
                topic);
        if (seen == null) {
            throw new IllegalStateException("An aggregate has a row");
        }
        return seen;
    }
}
