package dev.playhead.query.catalog;

import dev.playhead.schemas.event.Chapter;
import dev.playhead.schemas.event.Course;
import dev.playhead.schemas.event.Material;
import dev.playhead.schemas.event.MaterialKind;
import java.util.List;
import java.util.stream.Stream;

/// A material and where it stands.
public record Placed(Course course, Chapter chapter, Material material) {

    /// What students see of a course, in its order.
    public static List<Placed> published(Course course) {
        return in(course).filter(Placed::isPublished).toList();
    }

    static Stream<Placed> in(Course course) {
        return course.getChapters().stream()
                .flatMap(chapter ->
                        chapter.getMaterials().stream().map(material -> new Placed(course, chapter, material)));
    }

    public String id() {
        return material.getId();
    }

    public String courseId() {
        return course.getCourseId();
    }

    public boolean isPublished() {
        return material.getPublished();
    }

    public boolean isVideo() {
        return material.getKind() == MaterialKind.VIDEO;
    }
}
