package dev.playhead.streams.shorts;

/// What was done with a short within one sitting.
///
/// @param firstAt event time of the earliest heartbeat
/// @param lastAt event time of the latest
/// @param watchedMs how much was watched, repeats included
/// @param isCompleted whether a heartbeat of the sitting told of a point that completes it
/// @param swipes how it was left
record SeenShort(long firstAt, long lastAt, long watchedMs, boolean isCompleted, Swipes swipes) {

    static SeenShort of(Sight sight) {
        return new SeenShort(
                sight.at(),
                sight.at(),
                sight.watchedMs(),
                sight.isCompletion(),
                Swipes.NONE.with(sight.swipe(), sight.eventId()));
    }

    /// The same heartbeat again is credited nothing and changes nothing.
    SeenShort with(Sight sight) {
        return new SeenShort(
                Math.min(firstAt, sight.at()),
                Math.max(lastAt, sight.at()),
                watchedMs + sight.watchedMs(),
                isCompleted || sight.isCompletion(),
                swipes.with(sight.swipe(), sight.eventId()));
    }

    /// As of two sittings that turn out to be one.
    SeenShort and(SeenShort other) {
        return new SeenShort(
                Math.min(firstAt, other.firstAt),
                Math.max(lastAt, other.lastAt),
                watchedMs + other.watchedMs,
                isCompleted || other.isCompleted,
                swipes.and(other.swipes));
    }
}
