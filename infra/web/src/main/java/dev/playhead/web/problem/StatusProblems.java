package dev.playhead.web.problem;

import java.time.Duration;

/// The problem of a bare status: what is left where someone else refused and gave no reason fit for a caller.
final class StatusProblems {

    static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private StatusProblems() {}

    static Problem of(int status) {
        var type = ProblemType.ofStatus(status);
        return switch (type) {
            case INTERNAL -> Problem.internal();
            case UNAVAILABLE -> Problem.unavailable("The service cannot answer now; try again later", RETRY_AFTER);
            case TOO_MANY_REQUESTS -> Problem.tooManyRequests("Slow down", RETRY_AFTER);
            default -> Problem.plain(type, type.title());
        };
    }
}
