package dev.playhead.query.projection;

import dev.playhead.query.record.UnreadableRecordException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Bytes of a topic to effects. What comes out of it the database takes: everything that could be
/// wrong with a record is found here, before anything is written.
interface RecordReader {
    Effect read(ConsumerRecord<byte[], byte[]> from) throws UnreadableRecordException;
}
