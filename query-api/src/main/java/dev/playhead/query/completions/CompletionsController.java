package dev.playhead.query.completions;

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
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class CompletionsController {
    private static final int COMPLETIONS = 100;
    private static final int COMPLETIONS_MAX = 1_000;

    private final Completions completions;

    CompletionsController(Completions completions) {
        this.completions = completions;
    }

    @Operation(
            tags = "completions",
            summary = "What was completed, by anyone",
            description = "Of admins. Each student's in their order. To go on, now or later, send what next said.",
            parameters = {
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "after",
                        description = "What next said; from the beginning where it is not there",
                        schema = @Schema(type = "string")),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "limit",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "100"))
            })
    @Refuses(ProblemType.INVALID)
    @GetMapping("/api/completions")
    CompletionsAnswer completions(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            Caller caller,
            Reading reading) {
        caller.require(Role.ADMIN);
        Asked asked = Asked.of(parameters);
        return completions.page(asked.after(completions.cursors()), asked.limit(COMPLETIONS, COMPLETIONS_MAX), reading);
    }
}
