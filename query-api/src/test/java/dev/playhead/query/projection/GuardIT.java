package dev.playhead.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.playhead.query.record.EventValues;
import dev.playhead.query.running.Rows;
import dev.playhead.query.running.Written;
import dev.playhead.schemas.event.MaterialProgress;
import dev.playhead.schemas.id.ActivityMarks;
import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.schemas.id.DeadLetter;
import dev.playhead.testing.stack.Stack;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class GuardIT {
    private static final String TOPIC = "guarded.progress";
    private static Rows rows;

    @BeforeAll
    static void tables() {
        rows = Rows.migrated(Stack.shared().sandbox(GuardIT.class));
    }

    @Test
    void a_zombie_is_refused_and_writes_nothing() {
        ProjectionStore owner = store();
        ProjectionStore zombie = store();
        owner.offsets().begin(Map.of(0, 0L));
        zombie.offsets().begin(Map.of(0, 0L));
        owner.write(batch(0, "ana", 5_000), Map.of(0, 0L));

        assertThatThrownBy(() -> zombie.write(batch(0, "zoe", 9_000), Map.of(0, 0L)))
                .isInstanceOf(FencedException.class);

        assertThat(rows.positions()).isEqualTo(Map.of("ana/video123", 5_000L));
        assertThat(zombie.offsets().next(List.of(0))).isEqualTo(Map.of(0, 1L));
        zombie.write(batch(1, "zoe", 9_000), Map.of(0, 1L));
        assertThat(rows.positions()).containsEntry("zoe/video123", 9_000L);
    }

    @Test
    void what_was_set_aside_is_noted_with_the_rows_or_not_at_all() {
        ProjectionStore store = store("aside.progress");
        store.offsets().begin(Map.of(0, 0L));

        assertThatThrownBy(() -> store.write(setAside(0, 40), Map.of(0, 1L))).isInstanceOf(FencedException.class);
        assertThat(rows.deadLetters()).isEmpty();

        store.write(setAside(0, 41), Map.of(0, 0L));
        store.write(setAside(1, 41), Map.of(0, 1L));
        assertThat(rows.deadLetters()).containsExactly(new ActivityPlace(0, 41));
    }

    private static ProjectionStore store() {
        return store(TOPIC);
    }

    private static ProjectionStore store(String topic) {
        var transactions = new TransactionTemplate(new JdbcTransactionManager(rows.source()));
        return new ProjectionStore(rows.jdbc(), transactions, topic, new ProgressRows(rows.jdbc()));
    }

    private static Batch setAside(long offset, long activityOffset) {
        byte[] key = "ana/".getBytes(StandardCharsets.UTF_8);
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(TOPIC, 0, offset, key, null);
        new ActivityPlace(0, activityOffset).writeTo(record.headers());
        ActivityMarks.markDeadLetter(record.headers(), DeadLetter.Reason.UNREADABLE);
        return batch(record, Written.at("ana", "video123", 0));
    }

    private static Batch batch(long offset, String student, long positionMs) {
        MaterialProgress value = Written.at(student, "video123", positionMs);
        byte[] key = (student + "/video123").getBytes(StandardCharsets.UTF_8);
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(TOPIC, 0, offset, key, new byte[1]);
        new ActivityPlace(0, offset).writeTo(record.headers());
        return batch(record, value);
    }

    private static Batch batch(ConsumerRecord<byte[], byte[]> record, MaterialProgress value) {
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        return Batch.of(
                new ConsumerRecords<>(Map.of(partition, List.of(record)), Map.of()),
                new ProgressReader(new EventValues((topic, bytes) -> value)));
    }
}
