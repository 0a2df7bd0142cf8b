package dev.playhead.streams.topology;

import dev.playhead.streams.audience.Change;
import dev.playhead.streams.progress.CourseOutline;
import dev.playhead.streams.progress.CourseState;
import dev.playhead.streams.progress.CourseStateFormat;
import dev.playhead.streams.progress.Marker;
import dev.playhead.streams.progress.WatchState;
import dev.playhead.streams.progress.WatchStateFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// The states, and what one activity changes of them. A change can be read at once and is stored
/// when all is known, or not at all.
final class Ledger {
    /// Of students who were here last: a course is asked for at each heartbeat. In numbers of four
    /// bytes, about 3 MB for each partition: 4,000 students of courses of 100 materials.
    private static final long KEPT_MAX = 800_000;

    /// Of what stands around a course's shares, or a student's courses.
    private static final int FRAME = 100;

    private final KeyValueStore<Bytes, byte[]> watchStates;
    private final KeyValueStore<Bytes, byte[]> courseStates;
    private final Outlines outlines;
    private final AudienceParts audience;
    private final Map<StudentKey, Entry<WatchState>> watchChanges = new LinkedHashMap<>();
    private final Map<StudentKey, Entry<CourseState>> courseChanges = new LinkedHashMap<>();
    private final List<Added> audienceChanges = new ArrayList<>();
    private final Latest<StudentKey, CourseState> coursesKept =
            new Latest<>(KEPT_MAX, state -> FRAME + state.shares().size());
    private final Latest<String, Set<String>> coursesBegun =
            new Latest<>(KEPT_MAX, courses -> FRAME * (1 + courses.size()));

    Ledger(
            KeyValueStore<Bytes, byte[]> watchStates,
            KeyValueStore<Bytes, byte[]> courseStates,
            Outlines outlines,
            AudienceParts audience) {
        this.watchStates = watchStates;
        this.courseStates = courseStates;
        this.outlines = outlines;
        this.audience = audience;
    }

    Optional<WatchState> watchState(StudentKey key) {
        Entry<WatchState> changed = watchChanges.get(key);
        return changed != null
                ? Optional.of(changed.state())
                : stored(watchStates, key).map(WatchStateFormat::read);
    }

    /// From which the next activity goes on: under what holds for more than the material, where
    /// nothing was done with it yet.
    WatchState current(StudentKey key, @Nullable String course) {
        WatchState stored = watchState(key).orElseGet(WatchState::initial);
        return stored.isUntouched() ? stored.under(marker(key.student(), course)) : stored;
    }

    Optional<CourseState> courseState(StudentKey key) {
        Entry<CourseState> changed = courseChanges.get(key);
        if (changed != null) {
            return Optional.of(changed.state());
        }
        CourseState kept = coursesKept.get(key);
        if (kept != null) {
            return Optional.of(kept);
        }
        Optional<CourseState> stored = stored(courseStates, key).map(CourseStateFormat::read);
        stored.ifPresent(state -> coursesKept.put(key, state));
        return stored;
    }

    Optional<CourseOutline> outline(String course) {
        return outlines.get(course);
    }

    /// What holds for all that a student does, or for all of it in a course: a reset counts for
    /// what was never watched too.
    Marker marker(String student, @Nullable String course) {
        Marker whole = courseState(StudentKey.ofWhole(student))
                .map(CourseState::marker)
                .orElse(Marker.FIRST);
        return course == null
                ? whole
                : courseState(new StudentKey(student, course))
                        .map(state -> state.marker().and(whole))
                        .orElse(whole);
    }

    Map<StudentKey, WatchState> watchStatesOf(String student) {
        Map<StudentKey, WatchState> all = new LinkedHashMap<>();
        scan(watchStates, student).forEach((key, bytes) -> all.put(key, WatchStateFormat.read(bytes)));
        return all;
    }

    /// Of courses, and not of the student as a whole.
    Map<StudentKey, CourseState> courseStatesOf(String student) {
        Map<StudentKey, CourseState> all = new LinkedHashMap<>();
        scan(courseStates, student).forEach((key, bytes) -> all.put(key, CourseStateFormat.read(bytes)));
        all.remove(StudentKey.ofWhole(student));
        return all;
    }

    /// Of which a state is stored.
    Set<String> coursesBegunBy(String student) {
        Set<String> known = coursesBegun.get(student);
        if (known == null) {
            known = new HashSet<>();
            for (StudentKey key : courseStatesOf(student).keySet()) {
                known.add(key.item());
            }
            coursesBegun.put(student, known);
        }
        return known;
    }

    /// Takes the audience along: what the student adds to it follows from the state.
    void change(StudentKey key, WatchState before, WatchState after) {
        if (after.equals(before)) {
            return;
        }
        watchChanges.put(key, new Entry<>(after, WatchStateFormat.write(after)));
        audienceChanges.add(new Added(key.item(), Change.between(before, after)));
    }

    void change(StudentKey key, CourseState state) {
        CourseState kept = coursesKept.get(key);
        boolean isStored = kept != null && kept.isStoredAs(state);
        courseChanges.put(key, new Entry<>(state, isStored ? null : CourseStateFormat.write(state)));
    }

    void store() {
        watchChanges.forEach((key, entry) -> watchStates.put(key.bytes(), entry.bytes()));
        courseChanges.forEach((key, entry) -> {
            if (entry.bytes() != null) {
                courseStates.put(key.bytes(), entry.bytes());
                begun(key);
            }
            coursesKept.put(key, entry.state());
        });
        audienceChanges.forEach(each -> audience.add(each.material(), each.change()));
        clear();
    }

    private void begun(StudentKey key) {
        Set<String> known = coursesBegun.get(key.student());
        if (known != null && !key.item().isEmpty() && !known.contains(key.item())) {
            Set<String> more = new HashSet<>(known);
            more.add(key.item());
            coursesBegun.put(key.student(), more);
        }
    }

    void clear() {
        watchChanges.clear();
        courseChanges.clear();
        audienceChanges.clear();
    }

    private static Optional<byte[]> stored(KeyValueStore<Bytes, byte[]> store, StudentKey key) {
        return Optional.ofNullable(store.get(key.bytes()));
    }

    private static Map<StudentKey, byte[]> scan(KeyValueStore<Bytes, byte[]> store, String student) {
        Map<StudentKey, byte[]> found = new LinkedHashMap<>();
        try (KeyValueIterator<Bytes, byte[]> all =
                store.prefixScan(StudentKey.prefix(student), new BytesSerializer())) {
            all.forEachRemaining(each -> found.put(StudentKey.of(each.key), each.value));
        }
        return found;
    }

    /// @param bytes its stored form; null where that stands there already
    private record Entry<S>(S state, byte @Nullable [] bytes) {}

    private record Added(String material, Change change) {}
}
