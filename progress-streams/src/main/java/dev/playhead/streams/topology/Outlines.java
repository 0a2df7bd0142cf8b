package dev.playhead.streams.topology;

import dev.playhead.streams.progress.CourseOutline;
import dev.playhead.streams.progress.CourseOutlineFormat;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/// The courses as the catalog has them now. Each is read once and not again until it changes: it
/// is asked for at every heartbeat.
final class Outlines {
    private final ReadOnlyKeyValueStore<String, byte[]> courses;
    private final Map<String, Known> known = new HashMap<>();

    Outlines(ReadOnlyKeyValueStore<String, byte[]> courses) {
        this.courses = courses;
    }

    Optional<CourseOutline> get(String course) {
        byte[] bytes = courses.get(course);
        if (bytes == null) {
            known.remove(course);
            return Optional.empty();
        }
        Known last = known.get(course);
        // The same array, as long as nobody put another.
        if (last == null || last.bytes() != bytes) {
            last = new Known(bytes, CourseOutlineFormat.read(bytes));
            known.put(course, last);
        }
        return Optional.of(last.outline());
    }

    private record Known(byte[] bytes, CourseOutline outline) {}
}
