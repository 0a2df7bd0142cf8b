package dev.playhead.query.catalog;

import dev.playhead.schemas.event.Course;
import dev.playhead.web.caller.Caller;
import dev.playhead.web.caller.Role;
import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All courses at one moment.
///
/// @param byId in the order of their ids
/// @param materials by id, those that students do not see too
/// @param position one more than the offset of the last record of the catalog in it
public record Courses(Map<String, Course> byId, Map<String, Placed> materials, long position) {
    static final Courses NONE = new Courses(Map.of(), Map.of(), 0);

    public List<Course> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Course> course(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Placed> material(String id) {
        return Optional.ofNullable(materials.get(id));
    }

    /// One that students see.
    public Optional<Placed> published(String materialId) {
        return material(materialId).filter(Placed::isPublished);
    }

    /// Refuses (403) who does not teach the course that the material is in. What is in no course only
    /// those ask for who may ask for everything: to all others it is as forbidden as what is in
    /// somebody else's, so that nobody learns which of the two it is.
    public void requireTeacherOf(String materialId, Caller caller) {
        String course = material(materialId).map(Placed::courseId).orElse(Caller.ALL_COURSES);
        if (!caller.is(Role.ADMIN) && !caller.teaches(course)) {
            throw new ProblemException(
                    Problem.forbidden("The caller must teach the course that the video is in, or be an admin"));
        }
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
        return new Courses(courses, changes.isEmpty() ? materials : materialsOf(courses), newPosition);
    }

    private static Map<String, Placed> materialsOf(Map<String, Course> courses) {
        return courses.values().stream()
                .flatMap(Placed::in)
                .collect(Collectors.toMap(Placed::id, placed -> placed, (one, other) -> other));
    }
}
