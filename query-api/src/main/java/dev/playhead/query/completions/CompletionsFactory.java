package dev.playhead.query.completions;

import dev.playhead.query.record.EventValues;
import dev.playhead.query.record.TopicConsumers;
import dev.playhead.schemas.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/// Puts the reading of completions together.
///
/// @param admin settings of Kafka's admin client
public record CompletionsFactory(
        TopicConsumers consumers, EventValues values, Map<String, Object> admin, MeterRegistry meters) {
    /// So much is fetched at once and no more: a page has 1,000 completions of some 300 bytes.
    private static final Map<String, Object> BOUNDS = Map.of(
            ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 1024 * 1024,
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 128 * 1024,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);

    public Completions completions(Topic topic, CompletionsSettings settings) {
        AtomicInteger made = new AtomicInteger();
        return new Completions(
                CompletionsLog.of(topic.name(), topic.partitions(), new CompletionReader(values, meters)),
                new ConsumerPool(
                        () -> consumers.alone("completions-" + made.incrementAndGet(), BOUNDS), settings.consumers()),
                new Visibility(Admin.create(admin)),
                settings.answerWithin());
    }
}
