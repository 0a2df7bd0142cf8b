package dev.playhead.query.live;

import dev.playhead.query.progress.Standing;
import dev.playhead.schemas.id.ProgressKey;
import org.jspecify.annotations.Nullable;

/// Where a student stands in a material.
///
/// @param standing null where that was reset
record State(ProgressKey.OfMaterial key, @Nullable Standing standing) {}
