package dev.playhead.ingest.xapi;

import dev.playhead.ingest.heartbeat.Verdict.Reason;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.web.problem.FieldError;
import java.util.List;

/// What becomes of a statement.
sealed interface Ruling {
    /// It is taken.
    ///
    /// @param id the statement's own, or else one that follows from what it says
    /// @param heartbeats in order; none of a statement that says nothing of a position
    record Accepted(String id, List<Heartbeat> heartbeats) implements Ruling {
        public Accepted {
            heartbeats = List.copyOf(heartbeats);
        }
    }

    record Refused(Reason reason, List<FieldError> errors) implements Ruling {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
