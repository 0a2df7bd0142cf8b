package dev.playhead.streams.deadletters;

import dev.playhead.schemas.id.DeadLetter;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// A dead letter in its topic.
///
/// @param story where it came from and why
/// @param record as it lies in the topic
record Letter(DeadLetter story, ConsumerRecord<byte[], byte[]> record) {

    /// Empty where the record is something else.
    static Optional<Letter> of(ConsumerRecord<byte[], byte[]> record) {
        return DeadLetter.of(record.headers()).map(story -> new Letter(story, record));
    }

    /// By which a person names it: its offset.
    long number() {
        return record.offset();
    }

    String from() {
        return story.topic() + "-" + story.partition() + "@" + story.offset();
    }
}
