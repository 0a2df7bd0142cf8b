package dev.playhead.query.projection;

import dev.playhead.schemas.id.ActivityPlace;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/// The activities that are not in the rows and never will be.
final class DeadLetterTable {
    private final JdbcTemplate jdbc;
    private final String topic;

    DeadLetterTable(JdbcTemplate jdbc, String topic) {
        this.jdbc = jdbc;
        this.topic = topic;
    }

    /// Those that are there already stay: a rebuild meets them again.
    void add(List<ActivityPlace> activities) {
        if (activities.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                insert into dead_letter (topic, partition, activity_offset)
                select ?, * from unnest(?::int[], ?::bigint[])
                on conflict do nothing
                """,
                topic,
                activities.stream().map(ActivityPlace::partition).toArray(Integer[]::new),
                activities.stream().map(ActivityPlace::offset).toArray(Long[]::new));
    }
}
