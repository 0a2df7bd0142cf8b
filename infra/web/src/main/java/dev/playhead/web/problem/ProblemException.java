package dev.playhead.web.problem;

import java.io.Serial;

/// How a refusal leaves a controller, or anything below it that has no other way to answer. It has
/// no stack trace: a caller's mistake is no failure of ours.
public final class ProblemException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
