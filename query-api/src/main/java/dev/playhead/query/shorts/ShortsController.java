package dev.playhead.query.shorts;

import dev.playhead.query.catalog.Catalog;
import dev.playhead.query.freshness.Reading;
import dev.playhead.query.list.Asked;
import dev.playhead.web.caller.Caller;
import dev.playhead.web.caller.Role;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What there is to see.
@RestController
@RequestMapping("/learning/api/shorts")
final class ShortsController {
    private static final String START = "start";

    private final Shorts shorts;

    ShortsController(Catalog catalog, JdbcTemplate jdbc, ShortsSettings settings) {
        this.shorts = new Shorts(catalog, jdbc, settings);
    }

    @Operation(
            tags = "shorts",
            summary = "The shorts of a submodule",
            description = "Of students and admins. In their sequence, 2,000 at most; none of a submodule that there"
                    + " is not.")
    @GetMapping("/submodule/{submodule_id}")
    ShortsAnswer submodule(@PathVariable("submodule_id") String submodule, Caller caller, Reading reading) {
        caller.require(Role.STUDENT, Role.ADMIN);
        return shorts.answer(caller.subject(), new Choice.OfSubmodule(submodule), reading);
    }

    @Operation(
            tags = "shorts",
            summary = "All shorts, to watch in one session",
            description = "Of students and admins. By submodule (1.2 before 1.10) and sequence, 2,000 at most.",
            parameters =
                    @Parameter(
                            in = ParameterIn.QUERY,
                            name = START,
                            description = "The submodule to begin with; those before it follow at the end. One that"
                                    + " there is not is as none",
                            schema = @Schema(type = "string")))
    @Refuses(ProblemType.INVALID)
    @GetMapping("/all-session")
    ShortsAnswer all(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            Caller caller,
            Reading reading) {
        caller.require(Role.STUDENT, Role.ADMIN);
        Choice choice = new Choice.AllFrom(Asked.of(parameters).text(START));
        return shorts.answer(caller.subject(), choice, reading);
    }
}
