package dev.playhead.ingest.catalog;

import dev.playhead.schemas.event.Chapter;
import dev.playhead.schemas.event.CompletionSettings;
import dev.playhead.schemas.event.Course;
import dev.playhead.schemas.event.Material;
import java.util.List;

/// A course as someone wants it, found right in itself.
record CourseDraft(String title, CompletionSettings completion, List<Chapter> chapters) {
    CourseDraft {
        chapters = List.copyOf(chapters);
    }

    Course at(String courseId, long version, long updatedAt) {
        return new Course(courseId, version, title, completion, chapters, updatedAt);
    }

    List<String> materialIds() {
        return chapters.stream()
                .flatMap(chapter -> chapter.getMaterials().stream())
                .map(Material::getId)
                .toList();
    }
}
