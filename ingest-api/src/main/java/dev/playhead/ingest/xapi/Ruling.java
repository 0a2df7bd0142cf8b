package dev.playhead.ingest.xapi;

import dev.playhead.ingest.heartbeat.Verdict.Reason;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.web.problem.FieldError;
import java.util.List;
import java.util.Optional;

/// What becomes of a statement.
sealed interface Ruling {
    /// What counts as an update of it; empty where nothing of it is kept.
    Optional<Heartbeat> update();

    /// It is taken.
    ///
    /// @param id the statement's own, or else one that follows from what it says
    /// @param heartbeats in order; none of a statement that says nothing of a position
    record Accepted(String id, List<Heartbeat> heartbeats) implements Ruling {
        public Accepted {
            heartbeats = List.copyOf(heartbeats);
        }

        @Override
        public Optional<Heartbeat> update() {
            return heartbeats.stream().findFirst();
        }
    }

    record Refused(Reason reason, List<FieldError> errors) implements Ruling {
        public Refused {
            errors = List.copyOf(errors);
        }

        @Override
        public Optional<Heartbeat> update() {
            return Optional.empty();
        }
    }
}
