package dev.playhead.query.projection;

import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.schemas.id.ProgressKey;

/// What a record of progress is about.
///
/// @param activity what it follows from
public record Heading(ActivityPlace activity, ProgressKey about) {}
