package dev.playhead.query.projection;

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

    /// By partition of the activity, one more than the highest offset whose effect is in the rows.
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
}
