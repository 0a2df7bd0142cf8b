package dev.playhead.query.projection;

import java.util.Optional;

/// What one record of progress means here: the activity it follows from and, where it is about a
/// material, the change it makes.
record Effect(long activityOffset, Optional<Change> change) {}
