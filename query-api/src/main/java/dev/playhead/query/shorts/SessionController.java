package dev.playhead.query.shorts;

import dev.playhead.query.catalog.Catalog;
import dev.playhead.query.catalog.Courses;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// In which sittings it was seen. Where shorts are made up, everybody has a made-up one.
@RestController
@RequestMapping("/learning/api/shorts")
final class SessionController {
    private static final int SESSIONS = 20;
    private static final int SESSIONS_MAX = 100;
    private static final String BEFORE = "before";

    private final Catalog catalog;
    private final SessionRows rows;
    private final ShortsSettings settings;
    private final InstantSource clock = InstantSource.system();

    SessionController(Catalog catalog, JdbcTemplate jdbc, ShortsSettings settings) {
        this.catalog = catalog;
        this.rows = new SessionRows(jdbc);
        this.settings = settings;
    }

    @Operation(
            tags = "shorts",
            summary = "The caller's current session of shorts, or the last one",
            description = "Of students and admins.")
    @GetMapping("/session")
    SessionAnswer.Last session(Caller caller, Reading reading) {
        caller.require(Role.STUDENT, Role.ADMIN);
        return settings.isMock()
                ? reading.answerWithoutRows(() -> SessionAnswer.Last.of(MockShorts.sessions(Long.MAX_VALUE)))
                : reading.answer(() -> SessionAnswer.Last.of(before(caller, Long.MAX_VALUE, 1)));
    }

    @Operation(
            tags = "shorts",
            summary = "The caller's sessions of shorts",
            description = "Of students and admins. The latest first, the current one too.",
            parameters = {
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = BEFORE,
                        description = "Those that started before: what next said, or any time",
                        schema = @Schema(type = "string", format = "date-time")),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "limit",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
            })
    @Refuses(ProblemType.INVALID)
    @GetMapping("/sessions")
    SessionAnswer.Page sessions(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            Caller caller,
            Reading reading) {
        caller.require(Role.STUDENT, Role.ADMIN);
        Asked asked = Asked.of(parameters);
        int limit = asked.limit(SESSIONS, SESSIONS_MAX);
        long beforeMs = asked.time(BEFORE).map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
        return settings.isMock()
                ? reading.answerWithoutRows(() -> SessionAnswer.Page.of(MockShorts.sessions(beforeMs), limit))
                : reading.answer(() -> SessionAnswer.Page.of(before(caller, beforeMs, limit + 1), limit));
    }

    private List<SessionAnswer> before(Caller caller, long beforeMs, int max) {
        Courses courses = catalog.now();
        long nowMs = clock.millis();
        return rows.before(caller.subject(), beforeMs, max).stream()
                .map(row -> SessionAnswer.of(row, courses, nowMs))
                .toList();
    }
}
