package dev.playhead.query.audience;

import java.util.List;

/// What the rows say of a video's audience.
///
/// @param curves each of those who watched a version of the video
record Known(Totals totals, List<Curve> curves) {
    static final Known NOTHING = new Known(Totals.NOTHING, List.of());
}
