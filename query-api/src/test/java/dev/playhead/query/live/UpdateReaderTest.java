package dev.playhead.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.query.record.EventValues;
import dev.playhead.schemas.event.MaterialKind;
import dev.playhead.schemas.event.MaterialProgress;
import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.schemas.id.ProgressKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UpdateReaderTest {
    private static final byte[] BROKEN = {1};
    private static final byte[] WHOLE = {0};

    private final AtomicInteger valuesRead = new AtomicInteger();
    private final UpdateReader reader = new UpdateReader(new EventValues((topic, bytes) -> {
        valuesRead.incrementAndGet();
        if (bytes == BROKEN) {
            throw new SerializationException("broken");
        }
        return progress();
    }));

    @Test
    void a_value_is_read_when_somebody_is_told() {
        List<Update> updates = reader.read(records(record(0, 7, "ana/v1", WHOLE), record(1, 8, "ana/v2", WHOLE)));

        assertThat(valuesRead).hasValue(0);
        assertThat(updates).extracting(Update::key).containsExactly(key("v1"), key("v2"));
        assertThat(updates.getFirst().state())
                .hasValueSatisfying(state -> assertThat(state.standing())
                        .isNotNull()
                        .extracting("positionMs")
                        .isEqualTo(125_500L));
        assertThat(valuesRead).hasValue(1);
    }

    @Test
    void one_that_cannot_be_read_is_told_to_nobody() {
        List<Update> updates = reader.read(records(record(0, 7, "ana/v1", BROKEN)));

        assertThat(updates.getFirst().state()).isEmpty();
    }

    @Test
    void that_a_short_is_liked_unseen_is_told_to_nobody() {
        assertThat(liked(1).read(records(record(0, 7, "ana/v1", WHOLE)))
                        .getFirst()
                        .state())
                .isEmpty();
    }

    /// It may come so soon after the reset that nobody was told of that.
    @Test
    void of_one_that_was_reset_it_tells_the_reset() {
        assertThat(liked(2).read(records(record(0, 7, "ana/v1", WHOLE)))
                        .getFirst()
                        .state())
                .contains(new State(key("v1"), null));
    }

    @Test
    void a_reset_has_no_standing() {
        List<Update> updates = reader.read(records(record(0, 7, "ana/v1", null)));

        assertThat(updates.getFirst().state()).contains(new State(key("v1"), null));
    }

    @Test
    void what_follows_from_an_older_activity_is_old() {
        assertThat(reader.read(records(record(0, 7, "ana/v1", WHOLE), record(1, 6, "ana/v1", WHOLE))))
                .hasSize(1);
    }

    @Test
    void courses_sessions_and_records_that_name_nothing_are_passed_over() {
        assertThat(reader.read(records(
                        record(0, 7, "ana/course:c1", WHOLE),
                        record(1, 8, "ana/session:5", WHOLE),
                        record(2, 9, "nothing", WHOLE))))
                .isEmpty();
    }

    private static ProgressKey.OfMaterial key(String video) {
        return new ProgressKey.OfMaterial("ana", video);
    }

    private static UpdateReader liked(int attempt) {
        MaterialProgress unseen = builder()
                .setPositionMs(0)
                .setFurthestMs(0)
                .setLiked(true)
                .setBegun(false)
                .setAttempt(attempt)
                .build();
        return new UpdateReader(new EventValues((topic, bytes) -> unseen));
    }

    private static MaterialProgress progress() {
        return builder().build();
    }

    private static MaterialProgress.Builder builder() {
        return MaterialProgress.newBuilder()
                .setStudentId("ana")
                .setMaterialId("v1")
                .setKind(MaterialKind.VIDEO)
                .setPositionMs(125_500)
                .setFurthestMs(125_500)
                .setDurationMs(600_000)
                .setWatchedMs(0)
                .setFirstWatchedAt(1)
                .setLastWatchedAt(1)
                .setAttempt(1);
    }

    private static ConsumerRecord<byte[], byte[]> record(
            long offset, long activity, String key, byte @Nullable [] value) {
        RecordHeaders headers = new RecordHeaders();
        new ActivityPlace(0, activity).writeTo(headers);
        return new ConsumerRecord<>(
                "progress",
                0,
                offset,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                key.getBytes(StandardCharsets.UTF_8),
                value,
                headers,
                Optional.empty());
    }

    @SafeVarargs
    private static ConsumerRecords<byte[], byte[]> records(ConsumerRecord<byte[], byte[]>... records) {
        return new ConsumerRecords<>(Map.of(new TopicPartition("progress", 0), List.of(records)), Map.of());
    }
}
