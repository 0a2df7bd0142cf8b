package dev.playhead.query.live;

import static dev.playhead.query.live.Some.position;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.query.catalog.Catalogs;
import dev.playhead.query.record.EventValues;
import dev.playhead.schemas.topic.Topic;
import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ProgressTailTest {
    private static final Topic PROGRESS =
            Topics.of(new TopicSettings("", 1, null, null)).progress();
    private static final TopicPartition PARTITION = new TopicPartition(PROGRESS.name(), 0);
    private static final EventValues NOTHING_TO_READ = new EventValues((topic, bytes) -> {
        throw new IllegalStateException("There are no records");
    });

    private final Hub hub = new Hub(Catalogs.empty(), 100);
    private final ProgressTail tail = new ProgressTail(PROGRESS, new UpdateReader(NOTHING_TO_READ), hub, 2);

    @Test
    void it_begins_a_little_before_the_end() {
        MockConsumer<byte[], byte[]> consumer = ofTopic(10);

        tail.begin(consumer);

        assertThat(hub.position()).isEqualTo(position(Map.of(0, 8L)));
        assertThat(consumer.position(PARTITION)).isEqualTo(8);
    }

    @Test
    void a_new_consumer_goes_on_where_the_last_one_was() {
        tail.begin(ofTopic(10));
        hub.apply(List.of(), position(Map.of(0, 9L)));
        MockConsumer<byte[], byte[]> another = ofTopic(20);

        tail.begin(another);

        assertThat(another.position(PARTITION)).isEqualTo(9);
    }

    @Test
    void a_topic_that_does_not_go_on_where_it_was_is_begun_anew() {
        MockConsumer<byte[], byte[]> consumer = ofTopic(10);
        tail.begin(consumer);
        consumer.updateEndOffsets(Map.of(PARTITION, 5L));
        consumer.setPollException(new OffsetOutOfRangeException(Map.of(PARTITION, 8L)));

        tail.follow(consumer, Duration.ZERO);

        assertThat(hub.position()).isEqualTo(position(Map.of(0, 3L)));
        assertThat(consumer.position(PARTITION)).isEqualTo(3);
    }

    @Test
    void what_nobody_listens_to_is_skipped_where_it_is_far_behind() {
        MockConsumer<byte[], byte[]> consumer = begunThenAt(1_000);

        tail.follow(consumer, Duration.ZERO);

        assertThat(consumer.position(PARTITION)).isEqualTo(998);
        assertThat(hub.position()).isEqualTo(position(Map.of(0, 998L)));
        assertThat(hub.join(stream(997)))
                .as("what it skipped it does not claim")
                .isFalse();
        assertThat(hub.join(stream(998))).isTrue();
    }

    @Test
    void after_what_it_skipped_a_stream_may_begin_before_the_mark_of_the_last_transaction() {
        MockConsumer<byte[], byte[]> consumer = begunThenAt(1_000);

        tail.follow(consumer, Duration.ZERO);

        assertThat(hub.join(stream(999))).isTrue();
    }

    @Test
    void what_somebody_listens_to_is_read_however_far_it_is_behind() {
        MockConsumer<byte[], byte[]> consumer = begunThenAt(1_000);
        hub.join(stream(8));

        tail.follow(consumer, Duration.ZERO);

        assertThat(consumer.position(PARTITION)).isEqualTo(8);
        assertThat(hub.position()).isEqualTo(position(Map.of(0, 8L)));
    }

    @Test
    void a_little_behind_it_skips_nothing() {
        MockConsumer<byte[], byte[]> consumer = begunThenAt(10);

        tail.follow(consumer, Duration.ZERO);

        assertThat(consumer.position(PARTITION)).isEqualTo(8);
    }

    /// Begun when the topic had ten records.
    private MockConsumer<byte[], byte[]> begunThenAt(long end) {
        MockConsumer<byte[], byte[]> consumer = ofTopic(10);
        tail.begin(consumer);
        consumer.updateEndOffsets(Map.of(PARTITION, end));
        return consumer;
    }

    private LiveStream stream(long from) {
        return new LiveStream(new Scope.OfStudent("ana"), position(Map.of(0, from)), 10, hub::position);
    }

    private static MockConsumer<byte[], byte[]> ofTopic(long end) {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, end));
        return consumer;
    }
}
