package dev.playhead.streams.topology;

import dev.playhead.schemas.event.Course;
import dev.playhead.streams.progress.CourseOutline;
import dev.playhead.streams.progress.CourseOutlineFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the courses as the catalog has them. A course that cannot be read stays as it was: what
/// every student does must not wait for it.
final class CoursesProcessor implements Processor<String, byte[], Void, Void> {
    private static final Logger LOG = LoggerFactory.getLogger(CoursesProcessor.class);

    private final String topic;
    private final Deserializer<SpecificRecord> values;
    private final AtomicLong edition;
    private @Nullable KeyValueStore<String, byte[]> courses;

    /// @param edition rises after each change
    CoursesProcessor(String topic, Deserializer<SpecificRecord> values, AtomicLong edition) {
        this.topic = topic;
        this.values = values;
        this.edition = edition;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        courses = context.getStateStore(StateStores.COURSES);
    }

    @Override
    public void process(Record<String, byte[]> change) {
        if (courses == null) {
            throw new IllegalStateException("Not initialised");
        }
        apply(change, courses);
        // Behind the change: who sees the number finds the course.
        edition.incrementAndGet();
    }

    private void apply(Record<String, byte[]> change, KeyValueStore<String, byte[]> courses) {
        if (change.value() == null) {
            courses.delete(change.key());
            return;
        }
        try {
            if (values.deserialize(topic, change.value()) instanceof Course course) {
                courses.put(change.key(), CourseOutlineFormat.write(CourseOutline.of(course)));
            }
        } catch (SerializationException e) {
            LOG.atError()
                    .addKeyValue("course", change.key())
                    .log("A course of the catalog cannot be read: {}", e.getMessage());
        }
    }
}
