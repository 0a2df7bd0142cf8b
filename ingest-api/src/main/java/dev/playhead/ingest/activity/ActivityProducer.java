package dev.playhead.ingest.activity;

import static org.apache.kafka.clients.producer.ProducerConfig.ACKS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.COMPRESSION_TYPE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.LINGER_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.MAX_BLOCK_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// The one producer of activity, shared by all requests. Its guarantees are no settings; its bounds
/// make a 503 of a broker that is away, within ten seconds. How long it waits for company, and how it
/// packs, may be set.
public final class ActivityProducer {
    /// For one record to be taken.
    static final Duration BLOCK_MAX = Duration.ofSeconds(2);

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(7);

    /// For the producer to take the records and for the acknowledgements: a little more than it gives itself.
    static final Duration ANSWER_WITHIN = BLOCK_MAX.plus(DELIVERY_TIMEOUT).plusMillis(500);

    /// So little that nobody notices, enough that a busy instance sends batches.
    private static final int LINGER_MS = 2;

    private ActivityProducer() {}

    /// One for the whole service.
    ///
    /// @param client the settings of every Kafka client of this service
    public static Producer<String, SpecificRecord> create(
            Map<String, Object> client, Serializer<SpecificRecord> events) {
        return new KafkaProducer<>(config(client), new StringSerializer(), events);
    }

    static Map<String, Object> config(Map<String, Object> client) {
        Map<String, Object> config = new HashMap<>(client);
        config.put(ACKS_CONFIG, "all");
        config.put(ENABLE_IDEMPOTENCE_CONFIG, true);
        config.putIfAbsent(COMPRESSION_TYPE_CONFIG, "lz4");
        config.putIfAbsent(LINGER_MS_CONFIG, LINGER_MS);
        config.put(MAX_BLOCK_MS_CONFIG, BLOCK_MAX.toMillis());
        config.put(REQUEST_TIMEOUT_MS_CONFIG, (int) REQUEST_TIMEOUT.toMillis());
        config.put(DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY_TIMEOUT.toMillis());
        return config;
    }
}
