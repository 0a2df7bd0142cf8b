package dev.playhead.bench.ingest;

import dev.playhead.bench.stack.LimitProcess;
import dev.playhead.bench.stack.Stack;
import dev.playhead.bench.turn.Ground;
import dev.playhead.testing.parts.PartFailedException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// The topic and the producer of limits: as many partitions as ingest's, and its settings.
final class LikeIngest {
    /// What ingest-api writes to.
    static final String ACTIVITY = "playhead.activity";

    /// As in ingest's ActivityProducer; `LikeIngestTest` holds the two together.
    static final Map<String, Object> SETTINGS = Map.of(
            "acks",
            "all",
            "enable.idempotence",
            true,
            "compression.type",
            "lz4",
            "linger.ms",
            2,
            "max.block.ms",
            2_000L,
            "request.timeout.ms",
            3_000,
            "delivery.timeout.ms",
            7_000);

    /// What may be set of it, and by which variable of the environment.
    private static final Map<String, String> SET_BY = Map.of(
            "compression.type", "SPRING_KAFKA_PRODUCER_COMPRESSION_TYPE",
            "linger.ms", "SPRING_KAFKA_PRODUCER_PROPERTIES_LINGER_MS");

    private LikeIngest() {}

    static Producer<String, byte[]> producer(String brokers) {
        Map<String, Object> settings = new HashMap<>(SETTINGS);
        SET_BY.forEach((setting, variable) -> settings.computeIfPresent(
                setting, (name, value) -> System.getenv().getOrDefault(variable, value.toString())));
        settings.put("bootstrap.servers", brokers);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /// A limit that writes, to a topic of its own, what ours has written until now.
    ///
    /// @param records how many of them it has to write
    static LimitProcess limit(Ground ground, Stack stack, Class<?> main, String topic, int records) throws Exception {
        Path sample = Sample.of(stack.brokers(), ACTIVITY, records)
                .write(ground.directory().resolve("sample.bin"));
        makeTopic(stack.brokers(), topic);
        return LimitProcess.served(
                ground, main, Map.of("LIMIT_BROKERS", stack.brokers(), "LIMIT_SAMPLE", sample.toString()));
    }

    private static void makeTopic(String brokers, String name) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            Map<String, TopicDescription> found =
                    admin.describeTopics(List.of(ACTIVITY)).allTopicNames().get();
            int partitions =
                    Objects.requireNonNull(found.get(ACTIVITY)).partitions().size();
            admin.createTopics(List.of(new NewTopic(name, Optional.of(partitions), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new PartFailedException("Cannot make the topic " + name + ": " + e.getCause(), e);
        }
    }
}
