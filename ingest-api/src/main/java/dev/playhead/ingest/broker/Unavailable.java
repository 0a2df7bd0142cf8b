package dev.playhead.ingest.broker;

import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.time.Duration;

/// The answer where the log did not say in time that it has a write. It may have it: the caller sends it again.
public final class Unavailable {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private Unavailable() {}

    public static ProblemException exception() {
        return new ProblemException(Problem.unavailable(
                "The log did not acknowledge the write in time, so whether it was kept is unknown; send it again",
                RETRY_AFTER));
    }
}
