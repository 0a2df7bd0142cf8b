package dev.playhead.ingest.heartbeat;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.web.problem.Problem;

/// What becomes of a report.
public sealed interface Verdict {
    record Accepted(Heartbeat heartbeat) implements Verdict {}

    record Refused(Reason reason, Problem problem) implements Verdict {}

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
