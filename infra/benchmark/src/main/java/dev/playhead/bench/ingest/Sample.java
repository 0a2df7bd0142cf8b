package dev.playhead.bench.ingest;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Records as ours has written them, so that a limit writes the same bytes.
///
/// @param runs of records of one partition each, as they stand in it
record Sample(List<List<Entry>> runs) {
    private static final Duration POLL = Duration.ofMillis(500);

    /// @param runMax how many records of a partition are taken
    static Sample of(String brokers, String topic, int runMax) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<List<Entry>> runs = new ArrayList<>();
            consumer.partitionsFor(topic)
                    .forEach(partition ->
                            runs.add(run(consumer, new TopicPartition(topic, partition.partition()), runMax)));
            return new Sample(runs);
        }
    }

    private static List<Entry> run(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, int max) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        List<Entry> run = new ArrayList<>();
        ConsumerRecords<byte[], byte[]> polled;
        do {
            polled = consumer.poll(POLL);
            polled.forEach(each -> run.add(Entry.of(each)));
        } while (!polled.isEmpty() && run.size() < max);
        return List.copyOf(run.subList(0, Math.min(max, run.size())));
    }

    /// One run after the other.
    List<Entry> entries() {
        return runs.stream().flatMap(List::stream).toList();
    }

    double bytes() {
        return entries().stream()
                .mapToInt(each -> each.value().length)
                .average()
                .orElse(0);
    }

    Path write(Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            List<Entry> entries = entries();
            out.writeInt(entries.size());
            for (Entry entry : entries) {
                out.writeUTF(entry.key());
                out.writeInt(entry.value().length);
                out.write(entry.value());
            }
        }
        return file;
    }

    static List<Entry> read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int size = in.readInt();
            List<Entry> entries = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                entries.add(new Entry(in.readUTF(), in.readNBytes(in.readInt())));
            }
            return List.copyOf(entries);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Entry(String key, byte[] value) {
        private static Entry of(ConsumerRecord<byte[], byte[]> each) {
            return new Entry(new String(each.key(), StandardCharsets.UTF_8), each.value());
        }
    }
}
