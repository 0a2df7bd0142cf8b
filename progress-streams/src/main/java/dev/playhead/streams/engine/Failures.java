package dev.playhead.streams.engine;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What to do when a thread of the engine fails: wait a little, then put another in its place,
/// which begins where the last commit ended. A registry or broker that comes back is all that most
/// failures wait for; while they last, the health says so and the log says each of them once.
final class Failures implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /// A failure that does not come again for so many pauses is over.
    private static final int PAUSES_UNTIL_OVER = 5;

    private final Clock clock;
    private final Duration pause;
    private Instant last = Instant.MIN;
    private String lastSaid = "";

    Failures(Clock clock, Duration pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /// Called on the thread that failed.
    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        note(failure);
        LockSupport.parkNanos(pause.toNanos());
        return REPLACE_THREAD;
    }

    synchronized boolean isFailing() {
        return last.isAfter(clock.instant().minus(pause.multipliedBy(PAUSES_UNTIL_OVER)));
    }

    private synchronized void note(Throwable failure) {
        String said = inShort(failure);
        boolean isNew = !isFailing() || !said.equals(lastSaid);
        last = clock.instant();
        lastSaid = said;
        if (isNew) {
            LOG.atError()
                    .addKeyValue("failure", said)
                    .log("Processing stopped and is tried again every {} ms until it goes on", pause.toMillis());
            LOG.debug("The same with its stack", failure);
        }
    }

    /// The outermost says where, the innermost why.
    private static String inShort(Throwable failure) {
        return failure.getCause() == null ? failure.toString() : failure.getMessage() + ": " + root(failure);
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
