package dev.playhead.streams.shorts;

import dev.playhead.schemas.event.Swipe;
import dev.playhead.streams.progress.RecentEvents;
import org.jspecify.annotations.Nullable;

/// How often a short was left, and which way.
///
/// @param countedBy the events that were last
record Swipes(int up, int down, RecentEvents countedBy) {
    static final Swipes NONE = new Swipes(0, 0, RecentEvents.NONE);

    Swipes with(@Nullable Swipe swipe, String eventId) {
        // What a newer ingest knows is not ours to guess.
        if (swipe == null || swipe == Swipe.UNKNOWN || countedBy.has(eventId)) {
            return this;
        }
        return new Swipes(
                up + (swipe == Swipe.UP ? 1 : 0), down + (swipe == Swipe.DOWN ? 1 : 0), countedBy.with(eventId));
    }

    Swipes and(Swipes later) {
        return new Swipes(up + later.up, down + later.down, countedBy.and(later.countedBy));
    }
}
