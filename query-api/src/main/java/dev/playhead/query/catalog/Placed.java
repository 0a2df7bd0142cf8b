package dev.playhead.query.catalog;

import dev.playhead.schemas.event.Chapter;
import dev.playhead.schemas.event.Course;
import dev.playhead.schemas.event.Material;

/// A material and where it stands.
public record Placed(Course course, Chapter chapter, Material material) {}
