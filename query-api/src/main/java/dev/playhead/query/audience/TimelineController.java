package dev.playhead.query.audience;

import dev.playhead.query.catalog.Catalog;
import dev.playhead.query.catalog.Courses;
import dev.playhead.query.freshness.Reading;
import dev.playhead.web.caller.Caller;
import dev.playhead.web.caller.Role;
import dev.playhead.web.openapi.Refuses;
import dev.playhead.web.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What all students together did on each day.
@RestController
@RequestMapping("/api/analytics")
final class TimelineController {
    private static final String DAYS = "From one day to another, both counted, 366 at most.";

    private final Catalog catalog;
    private final Timelines timelines;

    TimelineController(Catalog catalog, JdbcTemplate jdbc) {
        this.catalog = catalog;
        this.timelines = new Timelines(jdbc);
    }

    @Operation(
            tags = "analytics",
            summary = "What was done with a video or a short, by day",
            description = "Of teachers, in their own courses, and of admins. " + DAYS + AnalyticsController.SUMS)
    @Between
    @Refuses({ProblemType.NOT_FOUND, ProblemType.INVALID})
    @GetMapping("/video/{video_id}/timeline")
    TimelineAnswer video(
            @PathVariable("video_id") String video,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            Caller caller,
            Reading reading) {
        caller.require(Role.TEACHER, Role.ADMIN);
        return reading.answerOfAll(() -> {
            Courses courses = catalog.now();
            courses.requireTeacherOf(video, caller);
            return timelines.ofVideo(courses, video, Days.of(parameters));
        });
    }

    @Operation(
            tags = "analytics",
            summary = "What was done in a course, by day",
            description = "Of the course's teachers and of admins. " + DAYS + " Of many videos on many days there would"
                    + " be more than 50,000 lines: then fewer days can be asked for." + AnalyticsController.SUMS)
    @Between
    @Refuses({ProblemType.NOT_FOUND, ProblemType.INVALID})
    @GetMapping("/course/{course_id}/timeline")
    TimelineAnswer course(
            @PathVariable("course_id") String course,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            Caller caller,
            Reading reading) {
        caller.requireTeacherOf(course);
        return reading.answerOfAll(() -> timelines.ofCourse(catalog.now(), course, Days.of(parameters)));
    }

    @Parameters({
        @Parameter(
                in = ParameterIn.QUERY,
                name = Days.FROM,
                required = true,
                schema = @Schema(type = "string", format = "date")),
        @Parameter(
                in = ParameterIn.QUERY,
                name = Days.TO,
                required = true,
                schema = @Schema(type = "string", format = "date"))
    })
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    private @interface Between {}
}
