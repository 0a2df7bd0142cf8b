package dev.playhead.ingest.catalog;

import static org.apache.kafka.clients.producer.ProducerConfig.ACKS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.COMPRESSION_TYPE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.LINGER_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.MAX_BLOCK_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.MAX_REQUEST_SIZE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.TRANSACTIONAL_ID_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.TRANSACTION_TIMEOUT_CONFIG;

import dev.playhead.ingest.broker.Cluster;
import dev.playhead.ingest.catalog.Decision.Write;
import dev.playhead.schemas.topic.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

/// The right to write the catalog, which one instance at a time has: to begin is to take it from
/// whoever has it. Everything that another session has committed is in the log when this one
/// begins, and nothing it commits after.
final class CatalogSession implements AutoCloseable {
    private static final int ANSWER_WITHIN_MS = 3_000;

    /// An instance that dies within a transaction holds up the readers for so long.
    private static final int TRANSACTION_TIMEOUT_MS = 8_000;

    private final Producer<String, SpecificRecord> producer;
    private final String topic;

    private CatalogSession(Producer<String, SpecificRecord> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    static CatalogSession begin(Cluster cluster) {
        String topic = cluster.topics().catalog().name();
        Map<String, Object> config = Cluster.with(cluster.client(), config(topic));
        var session = new CatalogSession(
                new KafkaProducer<>(
                        config, new StringSerializer(), cluster.events().serializer()),
                topic);
        try {
            session.producer.initTransactions();
            return session;
        } catch (KafkaException e) {
            session.close();
            throw e;
        }
    }

    /// Where the course stands in the log, committed.
    ///
    /// @throws KafkaException where it may not be committed; the session is of no more use
    RecordMetadata write(Write write, long timestamp) {
        producer.beginTransaction();
        Future<RecordMetadata> sent =
                producer.send(new ProducerRecord<>(topic, 0, timestamp, write.courseId(), write.course()));
        producer.commitTransaction();
        return placeOf(sent);
    }

    /// Leaves a transaction that is still open to the session that comes next, or to the broker.
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private static Map<String, Object> config(String topic) {
        return Map.of(
                TRANSACTIONAL_ID_CONFIG,
                transactionalId(topic),
                ACKS_CONFIG,
                "all",
                COMPRESSION_TYPE_CONFIG,
                "lz4",
                LINGER_MS_CONFIG,
                0,
                MAX_REQUEST_SIZE_CONFIG,
                Topics.COURSE_BYTES_MAX,
                MAX_BLOCK_MS_CONFIG,
                ANSWER_WITHIN_MS,
                REQUEST_TIMEOUT_MS_CONFIG,
                ANSWER_WITHIN_MS,
                DELIVERY_TIMEOUT_MS_CONFIG,
                ANSWER_WITHIN_MS,
                TRANSACTION_TIMEOUT_CONFIG,
                TRANSACTION_TIMEOUT_MS);
    }

    /// `playhead-catalog` for `playhead.catalog`.
    static String transactionalId(String topic) {
        int dot = topic.lastIndexOf('.');
        return dot < 0 ? topic : topic.substring(0, dot) + "-" + topic.substring(dot + 1);
    }

    private static RecordMetadata placeOf(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (ExecutionException e) {
            throw new KafkaException("The commit succeeded and its record did not", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted", e);
        }
    }
}
