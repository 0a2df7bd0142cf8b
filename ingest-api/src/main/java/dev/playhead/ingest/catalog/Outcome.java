package dev.playhead.ingest.catalog;

import dev.playhead.schemas.id.WriteToken;
import dev.playhead.web.problem.Problem;
import java.util.OptionalLong;

/// What became of a change.
sealed interface Outcome {
    record Refused(Problem problem) implements Outcome {}

    /// It is in the log, committed.
    ///
    /// @param version of the course; empty where it is gone
    record Made(WriteToken written, OptionalLong version) implements Outcome {}
}
