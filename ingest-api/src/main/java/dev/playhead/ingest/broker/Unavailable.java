package dev.playhead.ingest.broker;

import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.time.Duration;

/// The answer where the log did not say in time that it has a write. It may have it: the caller sends it again.
public final class Unavailable {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private Unavailable() {}

    /// The answer where too much waits for the log already, or the log does not answer anyone.
    public static ProblemException notTaken() {
        return new ProblemException(Problem.unavailable(
                "The log does not keep up or does not answer, so the write was not taken; send it again", RETRY_AFTER));
    }

    public static ProblemException exception() {
        return new ProblemException(Problem.unavailable(
                "The log did not acknowledge the write in time, so whether it was kept is unknown; send it again",
                RETRY_AFTER));
    }
}
