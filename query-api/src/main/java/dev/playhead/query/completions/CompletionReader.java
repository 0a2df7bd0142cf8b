package dev.playhead.query.completions;

import dev.playhead.query.record.EventValues;
import dev.playhead.query.record.UnreadableRecordException;
import dev.playhead.schemas.event.CourseCompleted;
import dev.playhead.schemas.event.MaterialCompleted;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records of the topic into what callers read.
final class CompletionReader {
    private static final Logger log = LoggerFactory.getLogger(CompletionReader.class);

    private final EventValues values;
    private final Counter unreadable;

    CompletionReader(EventValues values, MeterRegistry meters) {
        this.values = values;
        unreadable = Counter.builder("playhead.completions.unreadable")
                .description("Records passed over, each time that they are, because they cannot be read")
                .register(meters);
    }

    /// Nothing of one that cannot be read: it must not keep anyone from those behind it.
    Optional<Completion> read(ConsumerRecord<byte[], byte[]> from) {
        try {
            return Optional.of(completion(from));
        } catch (UnreadableRecordException e) {
            unreadable.increment();
            log.debug("Passed over {}-{} at {}: {}", from.topic(), from.partition(), from.offset(), e.getMessage());
            return Optional.empty();
        }
    }

    private Completion completion(ConsumerRecord<byte[], byte[]> from) throws UnreadableRecordException {
        return switch (values.of(from)) {
            case MaterialCompleted material -> of(material);
            case CourseCompleted course -> of(course);
            case null, default -> throw new UnreadableRecordException("it is no completion");
        };
    }

    private static Completion of(MaterialCompleted event) {
        return new Completion(
                event.getEventId(),
                event.getSchema().getName(),
                event.getStudentId(),
                event.getCourseId(),
                event.getMaterialId(),
                event.getAttempt(),
                event.getCompletedAt());
    }

    private static Completion of(CourseCompleted event) {
        return new Completion(
                event.getEventId(),
                event.getSchema().getName(),
                event.getStudentId(),
                event.getCourseId(),
                null,
                event.getAttempt(),
                event.getCompletedAt());
    }
}
