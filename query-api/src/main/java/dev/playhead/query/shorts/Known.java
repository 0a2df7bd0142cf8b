package dev.playhead.query.shorts;

import dev.playhead.query.progress.Shares;
import java.math.BigDecimal;

/// What the rows say of a short: how the student stands to it, and how all together do.
///
/// @param viewers students who watched it
record Known(
        long furthestMs, long durationMs, boolean isCompleted, boolean isLiked, long viewers, long likes, long shares) {
    static final Known NOTHING = new Known(0, 0, false, false, 0, 0, 0);

    BigDecimal percentage() {
        return Shares.percentage(Shares.of(furthestMs, durationMs));
    }
}
