package dev.playhead.query.projection;

import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/// A batch in one transaction: how far it goes, what it changes, and what was set aside.
final class ProjectionStore {
    private final TransactionOperations transactions;
    private final OffsetTable offsets;
    private final ProjectedRows rows;
    private final DeadLetterTable deadLetters;
    private final SetAsideTable setAside;

    ProjectionStore(JdbcTemplate jdbc, TransactionOperations transactions, String topic, ProjectedRows rows) {
        this.transactions = transactions;
        this.offsets = new OffsetTable(jdbc, topic);
        this.rows = rows;
        this.deadLetters = new DeadLetterTable(jdbc, topic);
        this.setAside = new SetAsideTable(jdbc, topic);
    }

    OffsetTable offsets() {
        return offsets;
    }

    /// @param expected the next offset of each partition, as this writer last read or wrote it
    /// @throws FencedException and writes nothing, where the database is elsewhere
    void write(Batch batch, Map<Integer, Long> expected) {
        transactions.executeWithoutResult(status -> {
            // First, because it locks the partitions: a zombie waits here and is then refused.
            offsets.advance(batch.steps(), expected);
            rows.write(batch);
            deadLetters.add(batch.deadLetters());
            setAside.add(batch.setAside());
        });
    }
}
