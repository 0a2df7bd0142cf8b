package dev.playhead.streams.shorts;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.Swipe;
import dev.playhead.streams.progress.Completion;
import dev.playhead.streams.progress.WatchState;
import org.jspecify.annotations.Nullable;

/// What one heartbeat adds to a sitting.
///
/// @param material the short
/// @param at event time
/// @param watchedMs what it was credited
/// @param isCompletion whether it tells of a point that completes the short
/// @param swipe which way the student left with it; null where not
/// @param eventId by which it is known when it comes again
public record Sight(
        String material,
        long at,
        long watchedMs,
        boolean isCompletion,
        @Nullable Swipe swipe,
        String eventId) {

    /// @param before the short's state before the fold took the heartbeat
    /// @param after what it made of it
    public static Sight of(Heartbeat heartbeat, WatchState before, WatchState after) {
        return new Sight(
                heartbeat.getMaterialId(),
                heartbeat.getOccurredAt(),
                after.watchedMs() - before.watchedMs(),
                Completion.isReachedBy(heartbeat) || after.isCompletedSince(before),
                heartbeat.getSwipe(),
                heartbeat.getEventId());
    }
}
