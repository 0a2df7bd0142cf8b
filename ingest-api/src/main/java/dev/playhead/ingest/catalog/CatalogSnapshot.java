package dev.playhead.ingest.catalog;

import dev.playhead.schemas.event.Course;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The catalog at one place of its log. It is never changed; a later one takes its place.
///
/// @param stamps by material
/// @param readTo the offset that is read next
record CatalogSnapshot(Map<String, Placed> courses, Map<String, Stamp> stamps, long readTo) {
    static final CatalogSnapshot EMPTY = new CatalogSnapshot(Map.of(), Map.of(), 0);

    /// A course and where in the log it stands.
    record Placed(Course course, long offset) {}

    /// A course that was written, or is gone where there is no value.
    record Change(String courseId, long offset, Optional<Course> course) {}

    CatalogSnapshot with(Iterable<Change> changes, long nowReadTo) {
        Map<String, Placed> nextCourses = new HashMap<>(courses);
        Map<String, Stamp> nextStamps = new HashMap<>(stamps);
        for (Change change : changes) {
            Placed before = nextCourses.remove(change.courseId());
            if (before != null) {
                forget(before.course(), nextStamps);
            }
            change.course().ifPresent(course -> {
                nextCourses.put(change.courseId(), new Placed(course, change.offset()));
                learn(course, nextStamps);
            });
        }
        return new CatalogSnapshot(nextCourses, nextStamps, nowReadTo);
    }

    CatalogSnapshot readTo(long nowReadTo) {
        return nowReadTo == readTo ? this : new CatalogSnapshot(courses, stamps, nowReadTo);
    }

    @Nullable Course course(String id) {
        Placed placed = courses.get(id);
        return placed == null ? null : placed.course();
    }

    private static void learn(Course course, Map<String, Stamp> stamps) {
        course.getChapters()
                .forEach(chapter -> chapter.getMaterials()
                        .forEach(material -> stamps.put(material.getId(), Stamp.of(course, material))));
    }

    /// What has moved to another course meanwhile stays there.
    private static void forget(Course course, Map<String, Stamp> stamps) {
        course.getChapters()
                .forEach(chapter -> chapter.getMaterials()
                        .forEach(material -> stamps.computeIfPresent(
                                material.getId(),
                                (id, stamp) -> course.getCourseId().equals(stamp.courseId()) ? null : stamp)));
    }
}
