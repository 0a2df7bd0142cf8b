package dev.playhead.query.completions;

import dev.playhead.query.freshness.Reading;
import dev.playhead.query.list.Asked;
import dev.playhead.web.caller.Caller;
import dev.playhead.web.caller.Role;
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

    @GetMapping("/api/completions")
    CompletionsAnswer completions(
            @RequestParam MultiValueMap<String, String> parameters, Caller caller, Reading reading) {
        caller.require(Role.ADMIN);
        Asked asked = Asked.of(parameters);
        return completions.page(asked.after(completions.cursors()), asked.limit(COMPLETIONS, COMPLETIONS_MAX), reading);
    }
}
