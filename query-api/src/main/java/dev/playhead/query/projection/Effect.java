package dev.playhead.query.projection;

import dev.playhead.schemas.id.ActivityPlace;
import java.util.Optional;

/// What one record means here: how much of the activity has been seen with it and, where it is
/// about a row, the change it makes.
///
/// @param activitySeen one more than the highest offset of which nothing is left to come; 0 of a
///     record that follows from no single activity
/// @param deadLetter the activity, where the record says that it was set aside
public record Effect(long activitySeen, Optional<ActivityPlace> deadLetter, Optional<Change> change) {
    static Effect of(Change change) {
        return new Effect(0, Optional.empty(), Optional.of(change));
    }
}
