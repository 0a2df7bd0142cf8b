package dev.playhead.streams.topology;

import dev.playhead.schemas.id.ActivityMarks;
import dev.playhead.schemas.id.DeadLetter;
import dev.playhead.schemas.id.ProgressKey;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sets aside what cannot be applied: as it was received, with where it was and why.
final class DeadLetters {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final String BY = "progress-streams";

    private DeadLetters() {}

    static DeadLetter of(Record<?, ?> received, RecordMetadata from, long nowMs, Unusable why) {
        return new DeadLetter(
                from.topic(),
                from.partition(),
                from.offset(),
                received.timestamp(),
                why.reason(),
                why.detail(),
                Instant.ofEpochMilli(nowMs),
                BY);
    }

    static void put(DeadLetter letter, Record<byte[], byte[]> received, Outbox outbox) {
        LOG.atWarn()
                .addKeyValue("topic", letter.topic())
                .addKeyValue("partition", letter.partition())
                .addKeyValue("offset", letter.offset())
                .addKeyValue("reason", letter.reason())
                .log("An activity was set aside as a dead letter: {}", letter.detail());
        outbox.deadLetter(received.key(), received.value(), headers -> {
            for (Header header : received.headers()) {
                headers.add(header);
            }
            letter.writeTo(headers);
        });
        student(received.key())
                .ifPresent(student -> outbox.noProgress(
                        new ProgressKey.OfStudent(student),
                        headers -> ActivityMarks.markDeadLetter(headers, letter.reason())));
    }

    /// Whoever waits for it learns that it will not come, if it is anybody's.
    private static Optional<String> student(byte @Nullable [] key) {
        if (key == null || key.length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(key))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
