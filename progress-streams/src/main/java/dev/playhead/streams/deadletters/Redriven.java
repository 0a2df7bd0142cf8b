package dev.playhead.streams.deadletters;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// Which dead letters were put back, as notes among them say: records with a header that names the
/// numbers. A note is written in the transaction that puts back what it names.
final class Redriven {
    static final String NOTE = "playhead-redriven-numbers";

    private final Set<Long> numbers = new HashSet<>();

    /// Where the record is a note, what it says is known from here on.
    void read(ConsumerRecord<byte[], byte[]> record) {
        Header note = record.headers().lastHeader(NOTE);
        byte @Nullable [] value = note == null ? null : note.value();
        if (value != null) {
            Arrays.stream(new String(value, StandardCharsets.ISO_8859_1).split(","))
                    .map(Long::valueOf)
                    .forEach(numbers::add);
        }
    }

    boolean has(Letter letter) {
        return numbers.contains(letter.number());
    }

    static boolean isNote(ConsumerRecord<byte[], byte[]> record) {
        return record.headers().lastHeader(NOTE) != null;
    }

    static ProducerRecord<byte[], byte[]> note(String topic, Collection<Long> numbers) {
        ProducerRecord<byte[], byte[]> note = new ProducerRecord<>(topic, 0, null, null);
        String text = numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
        note.headers().add(NOTE, text.getBytes(StandardCharsets.ISO_8859_1));
        return note;
    }
}
