package dev.playhead.local.run;

import static org.awaitility.Awaitility.await;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.MaterialCompleted;
import dev.playhead.schemas.event.MaterialProgress;
import dev.playhead.schemas.serde.AvroDeserializer;
import dev.playhead.schemas.serde.RegistryUnreachableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericContainer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.StringDeserializer;

/// What is in the topics, as whoever reads only what was committed sees it.
record Topics(String bootstrapServers, String registry) {
    private static final Duration READABLE_WITHIN = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);

    List<MaterialCompleted> completions() {
        return readable("playhead.completions", MaterialCompleted.class);
    }

    List<MaterialProgress> progress() {
        return readable("playhead.progress", MaterialProgress.class);
    }

    List<Heartbeat> activity() {
        return readable("playhead.activity", Heartbeat.class);
    }

    // A registry whose database was killed answers 500 once for each connection it had.
    private <T extends GenericContainer> List<T> readable(String topic, Class<T> type) {
        return await().atMost(READABLE_WITHIN)
                .ignoreExceptionsMatching(Topics::isOfRegistry)
                .until(() -> read(topic, type), read -> true);
    }

    private static boolean isOfRegistry(Throwable failure) {
        return failure instanceof SerializationException || failure instanceof RegistryUnreachableException;
    }

    private <T extends GenericContainer> List<T> read(String topic, Class<T> type) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest",
                "schema.registry.url",
                registry,
                "specific.avro.reader",
                true);
        AvroDeserializer values = new AvroDeserializer();
        values.configure(settings, false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), values)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<T> all = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, GenericContainer> record : consumer.poll(POLL)) {
                    // There are several kinds of event in a topic.
                    if (type.isInstance(record.value())) {
                        all.add(type.cast(record.value()));
                    }
                }
            }
            return all;
        }
    }
}
