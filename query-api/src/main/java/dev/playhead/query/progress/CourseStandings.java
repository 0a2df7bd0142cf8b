package dev.playhead.query.progress;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the rows say of a student in a course.
///
/// @param materials by id; without those never watched
/// @param completedAt when the course was completed: it stays so when the course changes
record CourseStandings(
        Map<String, Standing> materials, @Nullable Long completedAt) {}
