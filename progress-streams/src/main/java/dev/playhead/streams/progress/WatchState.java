package dev.playhead.streams.progress;

import org.jspecify.annotations.Nullable;

/// Where a student stands in a material, as far as its heartbeats were folded.
///
/// @param attempt 1 at first
/// @param completedAt event time of the heartbeat that completed it; null until then
/// @param firstWatchedAt event time of the earliest heartbeat; 0 before there is one
/// @param lastWatchedAt event time of the latest heartbeat; 0 before there is one
/// @param furthestMs the furthest point reached; never falls
/// @param material what the latest heartbeat said about the material
/// @param sessions where each of the last sessions stands
public record WatchState(
        int attempt,
        @Nullable Long completedAt,
        long firstWatchedAt,
        long lastWatchedAt,
        long furthestMs,
        Material material,
        Sessions sessions) {

    public static WatchState initial() {
        return new WatchState(1, null, 0, 0, 0, Material.UNKNOWN, Sessions.NONE);
    }

    /// Where to resume: the latest position by event time, over all sessions.
    public long positionMs() {
        return sessions.isEmpty() ? 0 : sessions.latest().positionMs();
    }

    public boolean isCompleted() {
        return completedAt != null;
    }

    /// Whether the step from there to here completed the material: what is announced, once an attempt.
    public boolean isCompletedSince(WatchState before) {
        return isCompleted() && (!before.isCompleted() || before.attempt != attempt);
    }

    boolean isUnwatched() {
        return sessions.isEmpty();
    }
}
