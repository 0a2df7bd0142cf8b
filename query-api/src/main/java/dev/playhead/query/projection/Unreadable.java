package dev.playhead.query.projection;

import dev.playhead.query.record.UnreadableRecordException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// The records of a partition that a batch passed over.
record Unreadable(String topic, int partition, long firstOffset, int count, String reason) {
    static Unreadable one(ConsumerRecord<?, ?> from, UnreadableRecordException why) {
        return new Unreadable(from.topic(), from.partition(), from.offset(), 1, String.valueOf(why.getMessage()));
    }

    Unreadable and(Unreadable later) {
        return new Unreadable(topic, partition, firstOffset, count + later.count, reason);
    }
}
