package dev.playhead.streams.deadletters;

import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.schemas.id.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/// A dead letter as it is put back: the record that was received, and which dead letter it was.
final class PutBack {
    static final String NUMBER = "playhead-redriven";

    /// Beside those of [DeadLetter]: what was not there when it was received.
    private static final Set<String> ADDED =
            Set.of(NUMBER, ActivityPlace.PARTITION_HEADER, ActivityPlace.OFFSET_HEADER);

    private PutBack() {}

    static ProducerRecord<byte[], byte[]> of(Letter letter) {
        DeadLetter story = letter.story();
        return new ProducerRecord<>(
                story.topic(),
                story.partition(),
                story.timestamp(),
                letter.record().key(),
                letter.record().value(),
                headers(letter));
    }

    private static Headers headers(Letter letter) {
        Headers headers = new RecordHeaders();
        for (Header each : letter.record().headers()) {
            if (!each.key().startsWith(DeadLetter.HEADERS) && !ADDED.contains(each.key())) {
                headers.add(each);
            }
        }
        return headers.add(NUMBER, Long.toString(letter.number()).getBytes(StandardCharsets.ISO_8859_1));
    }
}
