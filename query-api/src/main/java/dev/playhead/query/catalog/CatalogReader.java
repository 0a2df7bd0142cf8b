package dev.playhead.query.catalog;

import dev.playhead.query.record.EventValues;
import dev.playhead.query.record.UnreadableRecordException;
import dev.playhead.schemas.event.Course;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records of the catalog into courses. One that cannot be read leaves its course as it was.
final class CatalogReader {
    private static final Logger log = LoggerFactory.getLogger(CatalogReader.class);

    private final EventValues values;

    CatalogReader(EventValues values) {
        this.values = values;
    }

    /// Where the records lead from `before`; the position in any case.
    Courses apply(Courses before, List<ConsumerRecord<byte[], byte[]>> records) {
        Map<String, @Nullable Course> changes = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> each : records) {
            try {
                changes.put(id(each), course(each));
            } catch (UnreadableRecordException e) {
                report(each, String.valueOf(e.getMessage()));
            }
        }
        return before.with(changes, records.getLast().offset() + 1);
    }

    private static String id(ConsumerRecord<byte[], byte[]> from) throws UnreadableRecordException {
        if (from.key() == null) {
            throw new UnreadableRecordException("it has no key");
        }
        return new String(from.key(), StandardCharsets.UTF_8);
    }

    private @Nullable Course course(ConsumerRecord<byte[], byte[]> from) throws UnreadableRecordException {
        return switch (values.of(from)) {
            case null -> null;
            case Course course -> course;
            default -> throw new UnreadableRecordException("it is no course");
        };
    }

    private static void report(ConsumerRecord<?, ?> from, String reason) {
        log.error("Passed over an unreadable record of {} at offset {}: {}", from.topic(), from.offset(), reason);
    }
}
