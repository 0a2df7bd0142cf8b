package dev.playhead.ingest.catalog;

/// A change that someone wants made to a course.
sealed interface CatalogChange {
    String courseId();

    Precondition precondition();

    record Put(String courseId, Precondition precondition, CourseDraft draft) implements CatalogChange {}

    record Delete(String courseId, Precondition precondition) implements CatalogChange {}
}
