package dev.playhead.query.rebuild;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/// What the log no longer says and the tables that are read still know. It is carried over to the
/// next ones.
final class Carried {
    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;

    Carried(JdbcTemplate jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// Once all that the live tables hold of the log is in the next ones too.
    void over() {
        transactions.executeWithoutResult(status -> {
            deadLetters();
            setAside();
            offsets();
        });
    }

    /// The topic remembers them for as long as tombstones are kept.
    void deadLetters() {
        jdbc.update("insert into %s.dead_letter select * from %s.dead_letter on conflict do nothing"
                .formatted(Schemas.NEXT, Schemas.LIVE));
    }

    /// As evidence alone: a record that could be read this time has had its effect, and one that
    /// compaction removed was overtaken by a later one. So nobody is to be told that it is lost.
    private void setAside() {
        jdbc.update("""
                insert into %s.set_aside (
                    topic, partition, record_offset, activity_offset,
                    reason, key, value, value_bytes, headers, set_aside_at)
                select topic, partition, record_offset, null, reason, key, value, value_bytes, headers, set_aside_at
                from %s.set_aside
                on conflict do nothing
                """.formatted(Schemas.NEXT, Schemas.LIVE));
    }

    /// The records that said so may be compacted, and what followed from them is in the rows.
    private void offsets() {
        jdbc.update("""
                update %s.projection_offset as next
                set next_offset = greatest(next.next_offset, live.next_offset),
                    activity_seen = greatest(next.activity_seen, live.activity_seen)
                from %s.projection_offset as live
                where live.topic = next.topic and live.partition = next.partition
                """.formatted(Schemas.NEXT, Schemas.LIVE));
    }
}
