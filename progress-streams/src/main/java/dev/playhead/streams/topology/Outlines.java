package dev.playhead.streams.topology;

import dev.playhead.streams.progress.CourseOutline;
import dev.playhead.streams.progress.CourseOutlineFormat;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/// The courses as the catalog has them now. Each is looked up once and not again until the catalog
/// changes: it is asked for at every heartbeat.
final class Outlines {
    private final ReadOnlyKeyValueStore<String, byte[]> courses;
    private final AtomicLong edition;
    private final Map<String, CourseOutline> known = new HashMap<>();
    private long knownEdition;

    /// @param edition of the catalog, which rises after each change of it
    Outlines(ReadOnlyKeyValueStore<String, byte[]> courses, AtomicLong edition) {
        this.courses = courses;
        this.edition = edition;
        this.knownEdition = edition.get();
    }

    Optional<CourseOutline> get(String course) {
        long now = edition.get();
        if (now != knownEdition) {
            known.clear();
            knownEdition = now;
        }
        // What there is not is not remembered: there can be any number of it.
        return Optional.ofNullable(known.computeIfAbsent(course, this::read));
    }

    private @Nullable CourseOutline read(String course) {
        byte[] bytes = courses.get(course);
        return bytes == null ? null : CourseOutlineFormat.read(bytes);
    }
}
