package dev.playhead.query.catalog;

import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.time.Duration;

/// The catalog as this instance has it. It only moves on.
public final class Catalog {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private volatile Courses now = Courses.NONE;
    private volatile boolean complete;

    /// One state of it: what belongs to one answer is asked of one.
    ///
    /// @throws ProblemException (503) until it has once been read to its end: what is not there yet
    ///     is not unknown
    public Courses now() {
        if (!complete) {
            throw new ProblemException(
                    Problem.unavailable("The catalog is still being read; try again in a moment", RETRY_AFTER));
        }
        return now;
    }

    Courses soFar() {
        return now;
    }

    public long position() {
        return now.position();
    }

    /// Whether it has once held all that was in the topic.
    public boolean isComplete() {
        return complete;
    }

    void become(Courses courses) {
        now = courses;
    }

    void completed() {
        complete = true;
    }
}
