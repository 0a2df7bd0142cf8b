package dev.playhead.query.audience;

import dev.playhead.query.catalog.Catalog;
import dev.playhead.query.catalog.Courses;
import dev.playhead.query.freshness.Reading;
import dev.playhead.web.caller.Caller;
import dev.playhead.web.caller.Role;
import dev.playhead.web.openapi.Refuses;
import dev.playhead.web.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How all students together stand now.
@RestController
@RequestMapping("/api/analytics")
final class AnalyticsController {
    static final String SUMS = " A second or two behind what students do: no write of theirs is waited for.";

    private final Catalog catalog;
    private final Audiences audiences;

    AnalyticsController(Catalog catalog, JdbcTemplate jdbc, AudienceSettings settings) {
        this.catalog = catalog;
        this.audiences = new Audiences(jdbc, settings);
    }

    @Operation(
            tags = "analytics",
            summary = "The audience of a video or a short",
            description = "Of teachers, in their own courses, and of admins." + SUMS)
    @Refuses(ProblemType.NOT_FOUND)
    @GetMapping("/video/{video_id}/audience")
    AudienceAnswer video(@PathVariable("video_id") String video, Caller caller, Reading reading) {
        caller.require(Role.TEACHER, Role.ADMIN);
        return reading.answerOfAll(() -> {
            Courses courses = catalog.now();
            courses.requireTeacherOf(video, caller);
            return audiences.ofVideo(courses, video);
        });
    }

    @Operation(
            tags = "analytics",
            summary = "The audiences of a course's videos",
            description = "Of the course's teachers and of admins." + SUMS)
    @Refuses(ProblemType.NOT_FOUND)
    @GetMapping("/course/{course_id}")
    CourseAudienceAnswer course(@PathVariable("course_id") String course, Caller caller, Reading reading) {
        caller.requireTeacherOf(course);
        return reading.answerOfAll(() -> audiences.ofCourse(catalog.now(), course));
    }
}
