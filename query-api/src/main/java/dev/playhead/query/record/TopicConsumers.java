package dev.playhead.query.record;

import dev.playhead.schemas.serde.AvroSerializer;
import dev.playhead.schemas.serde.EventSerde;
import dev.playhead.schemas.serde.SubjectNaming;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;

/// Makes consumers that read committed records as bytes and go only where they are sent: Kafka is
/// never asked for an offset, and never given one.
public final class TopicConsumers {
    private final Map<String, Object> config;
    private final DefaultKafkaConsumerFactory<byte[], byte[]> factory;
    private final AtomicInteger made = new AtomicInteger();

    /// @param settings of consumers, as Spring Boot has put them together
    public TopicConsumers(Map<String, Object> settings, MeterRegistry meters) {
        this.config = Map.copyOf(settings);
        Map<String, Object> fixed = new HashMap<>(settings);
        fixed.remove(ConsumerConfig.GROUP_ID_CONFIG);
        fixed.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        fixed.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        fixed.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
        this.factory =
                new DefaultKafkaConsumerFactory<>(fixed, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        factory.addListener(new MicrometerConsumerListener<>(meters));
    }

    /// One that belongs to no group.
    public Consumer<byte[], byte[]> alone(String name) {
        return alone(name, Map.of());
    }

    /// @param name that no other has at the same time
    /// @param more settings
    public Consumer<byte[], byte[]> alone(String name, Map<String, Object> more) {
        Properties properties = new Properties();
        more.forEach((key, value) -> properties.setProperty(key, String.valueOf(value)));
        return factory.createConsumer(null, null, "-" + name, properties);
    }

    /// One that belongs to no group, and takes more at a time.
    public Consumer<byte[], byte[]> alone(String name, int recordsMax) {
        return factory.createConsumer(null, null, "-" + name + "-" + made.incrementAndGet(), polling(recordsMax));
    }

    /// One that shares the partitions with the others of its group.
    public Consumer<byte[], byte[]> in(String group, int recordsMax) {
        return factory.createConsumer(group, null, "-" + group + "-" + made.incrementAndGet(), polling(recordsMax));
    }

    private static Properties polling(int recordsMax) {
        Properties polling = new Properties();
        polling.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, String.valueOf(recordsMax));
        return polling;
    }

    /// Reads values with the class that the settings name.
    public EventValues values() {
        Object named = config.get(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
        String deserializer = named instanceof Class<?> type ? type.getName() : String.valueOf(named);
        // Nothing is written here, but a serde has both halves.
        String serializer = AvroSerializer.class.getName();
        return new EventValues(EventSerde.of(serializer, deserializer, SubjectNaming.TOPIC_RECORD, config)
                .deserializer());
    }

    public Map<String, Object> config() {
        return config;
    }
}
