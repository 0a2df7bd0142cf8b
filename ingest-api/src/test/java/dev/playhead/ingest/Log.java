package dev.playhead.ingest;

import dev.playhead.schemas.serde.AvroDeserializer;
import dev.playhead.testing.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericContainer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/// A topic as another reader sees it: what was committed.
public record Log(String bootstrapServers, String topic) {
    private static final Duration POLL = Duration.ofMillis(200);

    public List<ConsumerRecord<String, GenericContainer>> records() {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "schema.registry.url",
                Stack.shared().registry().confluentUrl(),
                "specific.avro.reader",
                "true");
        AvroDeserializer values = new AvroDeserializer();
        values.configure(config, false);
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), values)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return readTo(consumer, consumer.endOffsets(partitions));
        }
    }

    private static List<ConsumerRecord<String, GenericContainer>> readTo(
            Consumer<String, GenericContainer> consumer, Map<TopicPartition, Long> ends) {
        List<ConsumerRecord<String, GenericContainer>> read = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(read::add);
        }
        return read;
    }
}
