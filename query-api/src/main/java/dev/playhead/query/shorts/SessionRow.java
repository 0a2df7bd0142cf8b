package dev.playhead.query.shorts;

/// A sitting of a student with shorts. Times are epoch milliseconds.
///
/// @param current the short that was seen last
record SessionRow(
        long startedAt,
        long lastSeenAt,
        int shortsWatched,
        int shortsCompleted,
        int swipesUp,
        int swipesDown,
        long watchedMs,
        String current) {
    /// So much silence ends one.
    private static final long SILENCE_MS = 30 * 60 * 1_000L;

    /// Whether what is watched now would be of it.
    boolean isActive(long nowMs) {
        return nowMs - lastSeenAt <= SILENCE_MS;
    }
}
