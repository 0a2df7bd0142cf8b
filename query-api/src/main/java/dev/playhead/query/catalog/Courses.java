package dev.playhead.query.catalog;

import dev.playhead.schemas.event.Chapter;
import dev.playhead.schemas.event.Course;
import dev.playhead.schemas.event.Material;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All courses at one moment.
///
/// @param byId in the order of their ids
/// @param published those materials that students see, by id
/// @param position one more than the offset of the last record of the catalog in it
public record Courses(Map<String, Course> byId, Map<String, Placed> published, long position) {
    static final Courses NONE = new Courses(Map.of(), Map.of(), 0);

    public List<Course> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Course> course(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Placed> published(String materialId) {
        return Optional.ofNullable(published.get(materialId));
    }

    /// @param changes by id, the course as it is now; null for one that is gone
    Courses with(Map<String, @Nullable Course> changes, long newPosition) {
        Map<String, Course> courses = new TreeMap<>(byId);
        changes.forEach((id, course) -> {
            if (course == null) {
                courses.remove(id);
            } else {
                courses.put(id, course);
            }
        });
        return new Courses(courses, changes.isEmpty() ? published : publishedOf(courses), newPosition);
    }

    private static Map<String, Placed> publishedOf(Map<String, Course> courses) {
        Map<String, Placed> published = new HashMap<>();
        for (Course course : courses.values()) {
            for (Chapter chapter : course.getChapters()) {
                for (Material material : chapter.getMaterials()) {
                    if (material.getPublished()) {
                        published.put(material.getId(), new Placed(course, chapter, material));
                    }
                }
            }
        }
        return published;
    }
}
