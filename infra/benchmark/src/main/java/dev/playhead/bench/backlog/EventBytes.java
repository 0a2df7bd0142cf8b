package dev.playhead.bench.backlog;

import dev.playhead.bench.stack.Stack;
import dev.playhead.schemas.event.Course;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.id.ProgressKey;
import dev.playhead.schemas.serde.AvroSerializer;
import dev.playhead.schemas.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;

/// Events as they are on the wire, under the registry's ids.
public final class EventBytes implements AutoCloseable {
    private final AvroSerializer serializer = new AvroSerializer();
    private final Topic topic;

    public EventBytes(Stack stack, Topic topic) {
        this.topic = topic;
        serializer.configure(
                Map.of(
                        "schema.registry.url",
                        stack.registry(),
                        "value.subject.name.strategy",
                        topic.naming().confluentName()),
                false);
    }

    public Entry heartbeat(Heartbeat heartbeat) {
        String student = heartbeat.getStudentId();
        return entry(student, student, heartbeat.getReceivedAt(), heartbeat, List.of());
    }

    public Entry course(Course course) {
        return entry(course.getCourseId(), course.getCourseId(), course.getUpdatedAt(), course, List.of());
    }

    /// Where all that is the student's goes.
    public Entry entry(String student, String key, long timestampMs, SpecificRecord event, List<Header> headers) {
        return new Entry(
                ProgressKey.partition(student, topic.partitions()),
                timestampMs,
                key.getBytes(StandardCharsets.UTF_8),
                Objects.requireNonNull(serializer.serialize(topic.name(), event)),
                headers);
    }

    @Override
    public void close() {
        serializer.close();
    }
}
