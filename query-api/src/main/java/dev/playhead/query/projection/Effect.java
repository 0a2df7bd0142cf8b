package dev.playhead.query.projection;

import dev.playhead.schemas.id.ActivityPlace;
import java.util.Optional;

/// What one record of progress means here: the activity it follows from and, where it is about a
/// material, the change it makes.
///
/// @param isLast whether it is the last that follows from that activity
/// @param isDeadLetter whether it says that the activity was set aside
public record Effect(ActivityPlace activity, boolean isLast, boolean isDeadLetter, Optional<Change> change) {

    /// One more than the highest offset of which nothing is left to come.
    long activitySeen() {
        return isLast ? activity.offset() + 1 : activity.offset();
    }
}
