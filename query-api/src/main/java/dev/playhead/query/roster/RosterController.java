package dev.playhead.query.roster;

import dev.playhead.query.catalog.Catalog;
import dev.playhead.query.freshness.Reading;
import dev.playhead.web.caller.Caller;
import dev.playhead.web.openapi.Refuses;
import dev.playhead.web.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class RosterController {
    private final Catalog catalog;
    private final Roster roster;

    RosterController(Catalog catalog, JdbcTemplate jdbc) {
        this.catalog = catalog;
        this.roster = new Roster(jdbc);
    }

    @Operation(
            tags = "students",
            summary = "The students of a course",
            description =
                    "Of the course's teachers and of admins. All who have begun something of it, by id. A page may"
                            + " be shorter than its limit: next says whether there are more.",
            parameters = {
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "after",
                        description = "What next said",
                        schema = @Schema(type = "string")),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "limit",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
            })
    @Refuses({ProblemType.NOT_FOUND, ProblemType.INVALID})
    @GetMapping("/api/progress/course/{course_id}/students")
    RosterAnswer students(
            @PathVariable("course_id") String course,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            Caller caller,
            Reading reading) {
        caller.requireTeacherOf(course);
        RosterAsked asked = RosterAsked.of(course, parameters);
        return reading.answer(() -> roster.page(catalog.now(), asked));
    }
}
