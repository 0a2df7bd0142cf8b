package dev.playhead.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.playhead.query.record.EventValues;
import dev.playhead.query.running.Crowd;
import dev.playhead.query.running.Rows;
import dev.playhead.query.running.Written;
import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.testing.stack.Stack;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A batch that fails half way is as one that never came: rows, offsets and all.
class RollbackIT {
    private static final String TOPIC = "rolled.back";
    private static final Map<Integer, Long> BEGINNING = Map.of(0, 0L);
    private Rows rows;

    @BeforeEach
    void tables() {
        rows = Rows.migrated(Stack.shared().sandbox(RollbackIT.class));
    }

    @Test
    void v7_a_failed_batch_of_progress_leaves_rows_and_offsets_unchanged() {
        ProjectionStore store = store(new ProgressRows(rows.jdbc()));
        RecordReader reader = new ProgressReader(new EventValues((topic, bytes) -> value(bytes[0])));
        store.write(Batch.of(records(watched(0)), reader), BEGINNING);
        Map<String, Long> before = rows.positions();
        String offsets = offsets();

        // The material is written before the session, and that is refused.
        refuse("shorts_session", "shorts_watched > 100");
        Batch failing = Batch.of(records(watched(1), progress(2, "ana/session:1000")), reader);
        assertThatThrownBy(() -> store.write(failing, Map.of(0, 1L)))
                .isInstanceOf(DataIntegrityViolationException.class);

        assertThat(before).isEqualTo(Map.of("ana/v1", 5_000L));
        assertThat(rows.positions()).isEqualTo(before);
        assertThat(rows.jdbc().queryForList("select * from shorts_session")).isEmpty();
        assertThat(offsets()).isEqualTo(offsets);

        allow("shorts_session");
        store.write(failing, Map.of(0, 1L));
        assertThat(rows.positions()).isEqualTo(Map.of("ana/v1", 5_001L));
        assertThat(offsets()).isEqualTo("0: 3 3");
    }

    @Test
    void v7_and_so_does_one_of_the_audience() {
        ProjectionStore store = store(new AudienceTable(rows.jdbc()));
        RecordReader reader = new AudienceReader(new EventValues((topic, bytes) -> audience(bytes[0])));
        store.write(Batch.of(records(audience(0, "s1", 1)), reader), BEGINNING);

        refuse("audience_curve", "buckets < 3");
        Batch failing = Batch.of(records(audience(1, "s1", 2), audience(2, "s2", 3)), reader);
        assertThatThrownBy(() -> store.write(failing, Map.of(0, 1L)))
                .isInstanceOf(DataIntegrityViolationException.class);

        assertThat(viewers()).isEqualTo("s1: 1");
        assertThat(curves()).isEqualTo("s1: {1}");
        assertThat(offsets()).isEqualTo("0: 1 0");

        allow("audience_curve");
        store.write(failing, Map.of(0, 1L));
        assertThat(viewers()).isEqualTo("s1: 2, s2: 3");
        assertThat(curves()).isEqualTo("s1: {2,2}, s2: {3,3,3}");
        assertThat(offsets()).isEqualTo("0: 3 0");
        assertThatThrownBy(() -> store.write(failing, Map.of(0, 1L))).isInstanceOf(FencedException.class);
    }

    private ProjectionStore store(ProjectedRows of) {
        JdbcTemplate jdbc = rows.jdbc();
        ProjectionStore store = new ProjectionStore(
                jdbc, new TransactionTemplate(new JdbcTransactionManager(rows.source())), TOPIC, of);
        store.offsets().begin(BEGINNING);
        return store;
    }

    private void refuse(String table, String condition) {
        rows.jdbc().execute("alter table " + table + " add constraint odd check (" + condition + ")");
    }

    private void allow(String table) {
        rows.jdbc().execute("alter table " + table + " drop constraint odd");
    }

    private String offsets() {
        return joined(
                "select partition || ': ' || next_offset || ' ' || activity_seen from projection_offset order by 1");
    }

    private String viewers() {
        return joined("select material_id || ': ' || viewers from audience order by 1");
    }

    private String curves() {
        return joined("select material_id || ': ' || heat::text from audience_curve order by 1");
    }

    private String joined(String query) {
        return String.join(", ", rows.jdbc().queryForList(query, String.class));
    }

    /// Of so many viewers, and as many buckets.
    private static SpecificRecord audience(byte viewers) {
        return Crowd.of(viewers < 3 ? "s1" : "s2", viewers, viewers).build();
    }

    /// By its first byte.
    private static SpecificRecord value(byte offset) {
        return offset == 2
                ? Written.session("ana", Instant.ofEpochMilli(1_000), 60, "v1").build()
                : Written.at("ana", "v1", 5_000 + offset);
    }

    private static ConsumerRecord<byte[], byte[]> watched(int offset) {
        return progress(offset, "ana/v1");
    }

    private static ConsumerRecord<byte[], byte[]> progress(int offset, String key) {
        ConsumerRecord<byte[], byte[]> record = audience(offset, key, offset);
        new ActivityPlace(0, offset).writeTo(record.headers());
        return record;
    }

    private static ConsumerRecord<byte[], byte[]> audience(int offset, String key, int value) {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        return new ConsumerRecord<>(TOPIC, 0, offset, text, new byte[] {(byte) value});
    }

    @SafeVarargs
    private static ConsumerRecords<byte[], byte[]> records(ConsumerRecord<byte[], byte[]>... records) {
        return new ConsumerRecords<>(Map.of(new TopicPartition(TOPIC, 0), List.of(records)), Map.of());
    }
}
