package dev.playhead.query.projection;

import dev.playhead.query.record.EventValues;
import dev.playhead.schemas.topic.Topic;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;

/// A topic that is projected: who reads it, what its records mean, and which rows it becomes.
///
/// @param name in a word, for counting: the topic's own has the installation's prefix
/// @param threads consumers in each instance
/// @param consumers makes one that reads committed records as bytes and has no offset to fall back
///     to; for a projection that shares its work it is in a group of this topic alone
public record ProjectedTopic(
        String name,
        Topic topic,
        int threads,
        Supplier<Consumer<byte[], byte[]>> consumers,
        RecordReader reader,
        Function<JdbcTemplate, ProjectedRows> rows) {

    public static ProjectedTopic progress(
            Topic topic, int threads, Supplier<Consumer<byte[], byte[]>> consumers, EventValues values) {
        return new ProjectedTopic("progress", topic, threads, consumers, new ProgressReader(values), ProgressRows::new);
    }

    /// By one thread: however many watch, few records come.
    public static ProjectedTopic audience(
            Topic topic, Supplier<Consumer<byte[], byte[]>> consumers, EventValues values) {
        return new ProjectedTopic("audience", topic, 1, consumers, new AudienceReader(values), AudienceTable::new);
    }

    /// The same.
    public static ProjectedTopic audienceDaily(
            Topic topic, Supplier<Consumer<byte[], byte[]>> consumers, EventValues values) {
        return new ProjectedTopic(
                "audience-daily", topic, 1, consumers, new AudienceDayReader(values), AudienceDayTable::new);
    }

    public List<TopicPartition> partitions() {
        return IntStream.range(0, topic.partitions())
                .mapToObj(number -> new TopicPartition(topic.name(), number))
                .toList();
    }
}
