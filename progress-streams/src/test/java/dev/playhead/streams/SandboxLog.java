package dev.playhead.streams;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.serde.AvroSerializer;
import dev.playhead.schemas.serde.SubjectNaming;
import dev.playhead.testing.stack.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericContainer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// A sandbox's topics, as ingest writes them and consumers read them.
record SandboxLog(Sandbox sandbox) {
    private static final Duration POLL = Duration.ofMillis(100);

    void write(Heartbeat heartbeat) throws Exception {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", sandbox.bootstrapServers(),
                "schema.registry.url", sandbox.registryUrl(),
                "value.subject.name.strategy", SubjectNaming.TOPIC_RECORD.confluentName());
        AvroSerializer values = new AvroSerializer();
        values.configure(config, false);
        try (KafkaProducer<String, GenericContainer> producer =
                new KafkaProducer<>(config, new StringSerializer(), values)) {
            producer.send(new ProducerRecord<>(sandbox.topicPrefix() + "activity", heartbeat.getStudentId(), heartbeat))
                    .get();
        }
    }

    /// All that was committed; a student's in order.
    ///
    /// @param name without the prefix
    List<ConsumerRecord<String, byte[]>> read(String name) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", sandbox.bootstrapServers(),
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest");
        String topic = sandbox.topicPrefix() + name;
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(records::add);
            }
            return records;
        }
    }
}
