package dev.playhead.query.roster;

import dev.playhead.query.catalog.Courses;
import dev.playhead.query.catalog.Placed;
import dev.playhead.schemas.event.Course;
import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/// A course's students, page by page.
final class Roster {
    /// Rows that a page may have to look at. Of a course with many materials it has fewer students.
    private static final int ROWS_MAX = 20_000;

    /// Before all others.
    private static final String NOBODY = "";

    private final RosterRows rows;

    Roster(JdbcTemplate jdbc) {
        this.rows = new RosterRows(jdbc);
    }

    RosterAnswer page(Courses courses, RosterAsked asked) {
        Course course = courses.course(asked.course())
                .orElseThrow(() -> new ProblemException(Problem.notFound("There is no such course")));
        List<String> materials =
                Placed.published(course).stream().map(Placed::id).toList();
        int size = size(asked.limit(), materials.size());
        // One more tells whether there is a page behind this one.
        List<RosterRow> found =
                rows.page(asked.course(), materials, asked.after().orElse(NOBODY), size + 1);
        List<RosterRow> page = found.subList(0, Math.min(size, found.size()));
        return new RosterAnswer(
                page.stream()
                        .map(row -> RosterAnswer.Student.of(row, materials.size()))
                        .toList(),
                found.size() > size ? asked.cursors().text(bytes(page.getLast().student())) : null);
    }

    static int size(int limit, int materials) {
        return Math.clamp(ROWS_MAX / Math.max(1, materials), 1, limit);
    }

    private static byte[] bytes(String student) {
        return student.getBytes(StandardCharsets.UTF_8);
    }
}
