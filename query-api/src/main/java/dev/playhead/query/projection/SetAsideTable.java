package dev.playhead.query.projection;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/// The records that could not be projected.
final class SetAsideTable {
    private final JdbcTemplate jdbc;
    private final String topic;

    SetAsideTable(JdbcTemplate jdbc, String topic) {
        this.jdbc = jdbc;
        this.topic = topic;
    }

    /// Those that are there already stay as they are.
    void add(List<SetAside> records) {
        if (records.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                insert into set_aside (
                    topic, partition, record_offset, activity_offset,
                    reason, key, value, value_bytes, headers)
                select ?, * from unnest(
                    ?::int[], ?::bigint[], ?::bigint[],
                    ?::text[], ?::bytea[], ?::bytea[], ?::int[], ?::text[])
                on conflict do nothing
                """,
                topic,
                Columns.of(records, SetAside::partition, Integer[]::new),
                Columns.of(records, SetAside::offset, Long[]::new),
                Columns.of(records, SetAside::activityOffset, Long[]::new),
                Columns.of(records, SetAside::reason, String[]::new),
                Columns.of(records, SetAside::key, byte[][]::new),
                Columns.of(records, SetAside::value, byte[][]::new),
                Columns.of(records, SetAside::valueBytes, Integer[]::new),
                Columns.of(records, SetAside::headers, String[]::new));
    }
}
