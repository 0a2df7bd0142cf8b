package dev.playhead.query.roster;

import dev.playhead.query.catalog.Catalog;
import dev.playhead.query.freshness.Reading;
import dev.playhead.web.caller.Caller;
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

    @GetMapping("/api/progress/course/{course_id}/students")
    RosterAnswer students(
            @PathVariable("course_id") String course,
            @RequestParam MultiValueMap<String, String> parameters,
            Caller caller,
            Reading reading) {
        caller.requireTeacherOf(course);
        RosterAsked asked = RosterAsked.of(course, parameters);
        return reading.answer(() -> roster.page(catalog.now(), asked));
    }
}
