package dev.playhead.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.query.record.EventValues;
import dev.playhead.schemas.id.ActivityMarks;
import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.schemas.id.DeadLetter.Reason;
import dev.playhead.schemas.id.ProgressKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final TopicPartition PARTITION = new TopicPartition("batched.progress", 2);
    private static final ProgressKey VIDEO = new ProgressKey.OfMaterial("ana", "video123");
    private static final ProgressKey ANA = new ProgressKey.OfStudent("ana");

    private final ProgressReader reader = new ProgressReader(new EventValues((topic, bytes) -> {
        throw new IllegalStateException("Nothing here has a value");
    }));

    @Test
    void an_activity_is_seen_when_the_last_of_its_records_is_there() {
        ConsumerRecord<byte[], byte[]> first = more(tombstone(70, VIDEO, 7));
        ConsumerRecord<byte[], byte[]> last = tombstone(71, ANA, 7);

        assertThat(batch(first).steps()).containsExactly(new Step(2, 71, 7));
        assertThat(batch(last).steps()).containsExactly(new Step(2, 72, 8));
        assertThat(batch(first, last).steps()).containsExactly(new Step(2, 72, 8));
    }

    @Test
    void the_first_of_an_activitys_records_takes_nothing_back() {
        ConsumerRecord<byte[], byte[]> later = tombstone(70, VIDEO, 9);
        ConsumerRecord<byte[], byte[]> earlier = more(tombstone(71, VIDEO, 4));

        assertThat(batch(later, earlier).steps()).containsExactly(new Step(2, 72, 10));
    }

    @Test
    void a_record_about_the_student_alone_changes_no_row() {
        Batch batch = batch(tombstone(70, ANA, 7));

        assertThat(batch.changes()).isEmpty();
        assertThat(batch.setAside()).isEmpty();
        assertThat(batch.deadLetters()).isEmpty();
    }

    @Test
    void rows_are_written_in_the_order_of_the_log() {
        List<ProgressKey> videos = IntStream.range(0, 50)
                .<ProgressKey>mapToObj(number -> new ProgressKey.OfMaterial("ana", "v" + number))
                .toList();
        List<ConsumerRecord<byte[], byte[]>> twice = Stream.concat(videos.stream(), videos.reversed().stream())
                .map(key -> tombstone(70, key, 7))
                .toList();

        Batch batch = Batch.of(new ConsumerRecords<>(Map.of(PARTITION, twice), Map.of()), reader);

        assertThat(batch.only(Change.MaterialGone.class).stream().<ProgressKey>map(Change.MaterialGone::key))
                .containsExactlyElementsOf(videos);
    }

    @Test
    void what_was_set_aside_is_seen_and_noted() {
        ConsumerRecord<byte[], byte[]> aside = tombstone(70, ANA, 7);
        ActivityMarks.markDeadLetter(aside.headers(), Reason.FAILED);

        Batch batch = batch(tombstone(69, VIDEO, 6), aside);

        assertThat(batch.deadLetters()).containsExactly(new ActivityPlace(2, 7));
        assertThat(batch.steps()).containsExactly(new Step(2, 71, 8));
    }

    private static ConsumerRecord<byte[], byte[]> tombstone(long offset, ProgressKey key, long activityOffset) {
        byte[] text = key.text().getBytes(StandardCharsets.UTF_8);
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, text, null);
        new ActivityPlace(PARTITION.partition(), activityOffset).writeTo(record.headers());
        return record;
    }

    private static ConsumerRecord<byte[], byte[]> more(ConsumerRecord<byte[], byte[]> record) {
        ActivityMarks.markMore(record.headers());
        return record;
    }

    @SafeVarargs
    private Batch batch(ConsumerRecord<byte[], byte[]>... records) {
        return Batch.of(new ConsumerRecords<>(Map.of(PARTITION, List.of(records)), Map.of()), reader);
    }
}
