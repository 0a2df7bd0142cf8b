package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.activity.Activity;
import dev.playhead.ingest.activity.ActivityLog;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.id.WriteToken;
import dev.playhead.web.problem.ProblemException;
import java.util.List;

/// Puts heartbeats in the log, and counts them as accepted when they are in it.
public final class HeartbeatLog {
    private final ActivityLog log;
    private final HeartbeatMeters meters;

    public HeartbeatLog(ActivityLog log, HeartbeatMeters meters) {
        this.log = log;
        this.meters = meters;
    }

    /// @return where each one is, in the order given
    /// @throws ProblemException where any of them was not acknowledged
    public List<WriteToken> append(List<Heartbeat> heartbeats) {
        try {
            List<WriteToken> written = log.appendAll(
                    heartbeats.stream().map(HeartbeatLog::activity).toList());
            meters.accepted(heartbeats.size());
            return written;
        } catch (ProblemException e) {
            meters.unavailable(heartbeats.size());
            throw e;
        }
    }

    /// The same of one by itself.
    public WriteToken append(Heartbeat heartbeat) {
        return append(List.of(heartbeat)).getFirst();
    }

    private static Activity activity(Heartbeat heartbeat) {
        return new Activity(heartbeat.getStudentId(), heartbeat, heartbeat.getReceivedAt());
    }
}
