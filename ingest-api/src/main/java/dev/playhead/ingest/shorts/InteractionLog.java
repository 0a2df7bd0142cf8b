package dev.playhead.ingest.shorts;

import dev.playhead.ingest.activity.ActivityLog;
import dev.playhead.schemas.event.ShortInteraction;
import dev.playhead.schemas.id.WriteToken;
import dev.playhead.web.problem.ProblemException;

/// Puts interactions in the log, and counts them as accepted when they are in it.
public final class InteractionLog {
    private final ActivityLog log;
    private final InteractionMeters meters;

    public InteractionLog(ActivityLog log, InteractionMeters meters) {
        this.log = log;
        this.meters = meters;
    }

    /// @throws ProblemException where it was not acknowledged
    WriteToken append(ShortInteraction interaction) {
        try {
            WriteToken written = log.append(interaction.getStudentId(), interaction, interaction.getReceivedAt());
            meters.accepted();
            return written;
        } catch (ProblemException e) {
            meters.unavailable();
            throw e;
        }
    }
}
