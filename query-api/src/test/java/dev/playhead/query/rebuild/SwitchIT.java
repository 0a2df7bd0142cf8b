package dev.playhead.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.query.running.Rows;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

/// Who is in the way of a switch, and what it does then.
class SwitchIT {
    private static final String TOPIC = "switched.progress";

    private Rows rows;
    private Connection connection;
    private Fill fill;

    @BeforeEach
    void two_versions() throws SQLException {
        Sandbox sandbox = Stack.shared().sandbox(SwitchIT.class);
        rows = Rows.migrated(sandbox);
        connection = rows.source().getConnection();
        fill = new Fill(List.of());
        Schemas schemas = new Schemas(rows.jdbc(), rows.source(), List.of(TOPIC));
        schemas.makeNext();
        rows.jdbc().update("insert into projection_offset values ('switched.progress', 0, 7, 7)");
        rows.jdbc().update("insert into projection_next.projection_offset values ('switched.progress', 0, 9, 9)");
    }

    @AfterEach
    void close() throws SQLException {
        fill.close();
        connection.close();
    }

    @Test
    void what_has_caught_up_takes_the_place() throws Exception {
        assertThat(to(Map.of()).attempt()).isTrue();

        assertThat(rows.seen(0)).isEqualTo(9);
    }

    @Test
    void what_has_not_caught_up_does_not() throws Exception {
        assertThat(to(Map.of(new TopicPartition(TOPIC, 0), 7L)).attempt()).isFalse();

        assertThat(rows.seen(0)).isEqualTo(7);
    }

    @Test
    void whoever_has_asked_how_far_it_is_reads_to_the_end_and_new_readers_wait_for_moments() throws Exception {
        try (Connection reader = rows.source().getConnection()) {
            inTransaction(reader, "select * from projection_offset");

            assertThat(to(Map.of()).attempt()).isFalse();
            assertThat(rows.seen(0)).isEqualTo(7);

            reader.rollback();
            assertThat(to(Map.of()).attempt()).isTrue();
            assertThat(rows.seen(0)).isEqualTo(9);
        }
    }

    @Test
    void whoever_writes_comes_first_and_nothing_is_carried_over_meanwhile() throws Exception {
        try (Connection writer = rows.source().getConnection()) {
            inTransaction(writer, "update projection_offset set next_offset = 8");

            Switch early = new Switch(connection, fill, Map::of, () -> {
                throw new IllegalStateException("The tables still move");
            });
            assertThat(early.attempt()).isFalse();

            writer.commit();
            assertThat(to(Map.of()).attempt()).isTrue();
        }
    }

    /// Compaction may have removed the record that said the most.
    @Test
    void what_the_log_no_longer_says_is_carried_over() {
        rows.jdbc().update("update projection_next.projection_offset set next_offset = 9, activity_seen = 5");
        Carried carried = new Carried(rows.jdbc(), TransactionOperations.withoutTransaction());

        carried.over();

        assertThat(rows.jdbc().queryForMap("select * from projection_next.projection_offset"))
                .containsEntry("next_offset", 9L)
                .containsEntry("activity_seen", 7L);
    }

    private Switch to(Map<TopicPartition, Long> goal) {
        return new Switch(connection, fill, () -> goal, () -> {});
    }

    private static void inTransaction(Connection connection, String statement) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }
}
