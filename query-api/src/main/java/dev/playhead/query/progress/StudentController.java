package dev.playhead.query.progress;

import dev.playhead.query.catalog.Catalog;
import dev.playhead.query.catalog.Courses;
import dev.playhead.query.freshness.Reading;
import dev.playhead.schemas.id.Ids;
import dev.playhead.web.caller.Caller;
import dev.playhead.web.caller.Role;
import dev.playhead.web.openapi.Refuses;
import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import dev.playhead.web.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A student's progress, as teachers and administrators look at it.
@RestController
@RequestMapping("/api/students/{student_id}/progress")
final class StudentController {
    private static final String NOBODY = "A student whom nobody knows is one who never watched anything.";

    private final Catalog catalog;
    private final StudentProgress progress;

    StudentController(Catalog catalog, JdbcTemplate jdbc) {
        this.catalog = catalog;
        this.progress = new StudentProgress(jdbc);
    }

    @Operation(
            tags = "students",
            summary = "Where a student stands in a video",
            description = "Of teachers, in their own courses, and of admins. " + NOBODY)
    @Refuses({ProblemType.NOT_FOUND, ProblemType.INVALID})
    @GetMapping("/video/{video_id}")
    VideoStatus video(
            @PathVariable("student_id") String student,
            @PathVariable("video_id") String videoId,
            Caller caller,
            Reading reading) {
        caller.require(Role.TEACHER, Role.ADMIN);
        return reading.answer(() -> {
            Courses courses = catalog.now();
            courses.requireTeacherOf(videoId, caller);
            return progress.video(courses, checked(student), videoId);
        });
    }

    @Operation(
            tags = "students",
            summary = "Where a student stands in a course",
            description = "Of the course's teachers and of admins. " + NOBODY)
    @Refuses({ProblemType.NOT_FOUND, ProblemType.INVALID})
    @GetMapping("/course/{course_id}")
    CourseAnswer course(
            @PathVariable("student_id") String student,
            @PathVariable("course_id") String courseId,
            Caller caller,
            Reading reading) {
        caller.requireTeacherOf(courseId);
        return new CourseAnswer(reading.answer(() -> progress.course(catalog.now(), checked(student), courseId)));
    }

    private static String checked(String student) {
        if (!Ids.isStudent(student)) {
            throw new ProblemException(Problem.invalid("student_id", Ids.STUDENT_RULE));
        }
        return student;
    }
}
