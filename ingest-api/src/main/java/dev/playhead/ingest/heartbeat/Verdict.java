package dev.playhead.ingest.heartbeat;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.web.problem.Problem;
import java.util.Optional;

/// What becomes of a report.
public sealed interface Verdict {
    /// Empty of a report that is refused.
    Optional<Heartbeat> heartbeat();

    record Accepted(Heartbeat accepted) implements Verdict {
        @Override
        public Optional<Heartbeat> heartbeat() {
            return Optional.of(accepted);
        }
    }

    record Refused(Reason reason, Problem problem) implements Verdict {
        @Override
        public Optional<Heartbeat> heartbeat() {
            return Optional.empty();
        }
    }

    /// Why, as the metrics tell it.
    enum Reason {
        INVALID,
        NOT_ENROLLED,
        NOT_VIDEO,
        OTHER_STUDENT,
        UNKNOWN_MATERIAL,
        RATE_LIMITED
    }
}
