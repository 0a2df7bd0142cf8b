package dev.playhead.query.catalog;

import dev.playhead.query.freshness.Reading;
import dev.playhead.schemas.event.Course;
import dev.playhead.schemas.event.Material;
import dev.playhead.web.caller.Caller;
import dev.playhead.web.caller.Role;
import dev.playhead.web.openapi.Refuses;
import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import dev.playhead.web.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The catalog, to everyone. Spring answers 304 to who has the ETag already.
@RestController
final class CatalogController {
    private final Catalog catalog;

    CatalogController(Catalog catalog) {
        this.catalog = catalog;
    }

    @Operation(
            tags = "catalog",
            summary = "All courses",
            description = "Of everyone who has a role. What is not published only those see who may publish it.")
    @GetMapping("/api/catalog/courses")
    ResponseEntity<CoursesAnswer> courses(Caller caller, Reading reading) {
        anyRole(caller);
        return reading.answer(() -> {
            Courses now = catalog.now();
            return tagged(
                    now.position(),
                    new CoursesAnswer(now.all().stream()
                            .map(course -> CourseAnswer.of(course, shownTo(caller, course)))
                            .toList()));
        });
    }

    @Operation(
            tags = "catalog",
            summary = "A course",
            description = "Of everyone who has a role. Its ETag is its version, for If-Match.")
    @Refuses(ProblemType.NOT_FOUND)
    @GetMapping("/api/catalog/courses/{course_id}")
    ResponseEntity<CourseAnswer> course(@PathVariable("course_id") String courseId, Caller caller, Reading reading) {
        anyRole(caller);
        return reading.answer(() -> {
            Course course = catalog.now()
                    .course(courseId)
                    .orElseThrow(() -> new ProblemException(Problem.notFound("There is no such course")));
            return tagged(course.getVersion(), CourseAnswer.of(course, shownTo(caller, course)));
        });
    }

    private static void anyRole(Caller caller) {
        caller.require(Role.values());
    }

    /// What is not published only those see who can publish it.
    private static Predicate<Material> shownTo(Caller caller, Course course) {
        boolean mayChange = caller.is(Role.ADMIN) || caller.teaches(course.getCourseId());
        return material -> mayChange || material.getPublished();
    }

    private static <T> ResponseEntity<T> tagged(long version, T body) {
        return ResponseEntity.ok().eTag("\"" + version + "\"").body(body);
    }

    @Schema(name = "Courses")
    record CoursesAnswer(List<CourseAnswer> courses) {}
}
