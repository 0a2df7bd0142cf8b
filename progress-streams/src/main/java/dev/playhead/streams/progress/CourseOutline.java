package dev.playhead.streams.progress;

import dev.playhead.schemas.event.Chapter;
import dev.playhead.schemas.event.Course;
import dev.playhead.schemas.event.Material;
import java.util.ArrayList;
import java.util.List;

/// What the catalog says of a course, as far as progress needs it.
///
/// @param version rises with each change of the course
/// @param materials the published ones, in course order
public record CourseOutline(long version, List<String> materials) {
    public CourseOutline {
        materials = List.copyOf(materials);
    }

    public static CourseOutline of(Course course) {
        List<String> published = new ArrayList<>();
        for (Chapter chapter : course.getChapters()) {
            for (Material material : chapter.getMaterials()) {
                if (material.getPublished()) {
                    published.add(material.getId());
                }
            }
        }
        return new CourseOutline(course.getVersion(), published);
    }
}
