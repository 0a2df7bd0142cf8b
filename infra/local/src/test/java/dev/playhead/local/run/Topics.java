package dev.playhead.local.run;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.MaterialCompleted;
import dev.playhead.schemas.serde.AvroDeserializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.generic.GenericContainer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/// What is in the topics, as whoever reads only what was committed sees it.
record Topics(String bootstrapServers, String registry) {
    private static final Duration POLL = Duration.ofMillis(200);

    List<MaterialCompleted> completions() {
        return read("playhead.completions", MaterialCompleted.class);
    }

    List<Heartbeat> activity() {
        return read("playhead.activity", Heartbeat.class);
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
                consumer.poll(POLL).forEach(record -> all.add(type.cast(Objects.requireNonNull(record.value()))));
            }
            return all;
        }
    }
}
