package dev.playhead.query.live;

import dev.playhead.query.progress.VideoStatus;
import dev.playhead.schemas.id.ProgressKey;
import org.jspecify.annotations.Nullable;

/// A state as a client is told it.
///
/// @param isReset whether the student begins anew with it
/// @param id null where a client that has come so far cannot go on from here
record LiveEvent(
        ProgressKey.OfMaterial of,
        VideoStatus status,
        boolean isReset,
        @Nullable String id) {}
