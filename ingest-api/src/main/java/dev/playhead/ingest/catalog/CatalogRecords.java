package dev.playhead.ingest.catalog;

import dev.playhead.ingest.catalog.CatalogSnapshot.Change;
import dev.playhead.schemas.event.Course;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the catalog's records.
final class CatalogRecords {
    private static final Logger log = LoggerFactory.getLogger(CatalogRecords.class);

    private final Deserializer<SpecificRecord> events;

    CatalogRecords(Deserializer<SpecificRecord> events) {
        this.events = events;
    }

    /// Empty for a record that cannot be read: the course stays what it was. A registry that does not answer is
    /// thrown on, since it says nothing about the record.
    Optional<Change> change(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return Optional.of(new Change(record.key(), record.offset(), Optional.empty()));
        }
        try {
            return course(record).map(course -> new Change(record.key(), record.offset(), Optional.of(course)));
        } catch (SerializationException e) {
            log.error("{} at offset {} cannot be read: {}", record.topic(), record.offset(), e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Course> course(ConsumerRecord<String, byte[]> record) {
        if (events.deserialize(record.topic(), record.value()) instanceof Course course) {
            return Optional.of(course);
        }
        log.error("{} at offset {} is no course", record.topic(), record.offset());
        return Optional.empty();
    }
}
