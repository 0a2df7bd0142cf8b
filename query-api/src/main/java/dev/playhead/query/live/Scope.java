package dev.playhead.query.live;

import dev.playhead.query.catalog.Courses;
import dev.playhead.schemas.id.ProgressKey;
import java.util.List;
import java.util.stream.IntStream;

/// Whose progress a stream tells.
sealed interface Scope {
    record OfStudent(String student) implements Scope {}

    /// All students', in the course's materials.
    record OfCourse(String course) implements Scope {}

    /// The partitions in which it happens.
    default List<Integer> partitions(int count) {
        return switch (this) {
            case OfStudent(String student) -> List.of(ProgressKey.partition(student, count));
            case OfCourse course -> IntStream.range(0, count).boxed().toList();
        };
    }

    /// As an id of a stream keeps it.
    default String text() {
        return switch (this) {
            case OfStudent(String student) -> "student/" + student;
            case OfCourse(String course) -> "course/" + course;
        };
    }

    default boolean has(ProgressKey.OfMaterial key, Courses courses) {
        return switch (this) {
            case OfStudent(String student) -> key.student().equals(student);
            case OfCourse(String course) ->
                courses.published(key.material())
                        .filter(placed -> placed.courseId().equals(course))
                        .isPresent();
        };
    }
}
