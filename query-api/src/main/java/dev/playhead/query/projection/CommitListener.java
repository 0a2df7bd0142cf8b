package dev.playhead.query.projection;

import java.util.Map;

/// Told after each commit of this instance's projection.
@FunctionalInterface
public interface CommitListener {
    /// A batch is in the tables.
    ///
    /// @param activitySeen by partition, one more than the highest activity offset just committed
    void committed(Map<Integer, Long> activitySeen);
}
