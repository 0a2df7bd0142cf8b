package dev.playhead.streams.progress;

import org.jspecify.annotations.Nullable;

/// Where a student stands in a material, as far as its heartbeats were folded.
///
/// @param marker which attempt this is, and since when
/// @param completedAt event time of the heartbeat that completed it; null until then
/// @param firstWatchedAt event time of the earliest heartbeat; 0 before there is one
/// @param lastWatchedAt event time of the latest heartbeat; 0 before there is one
/// @param furthestMs the furthest point reached; never falls
/// @param material what the latest heartbeat said about the material
/// @param watched what was watched of it, repeats counted once
/// @param plays how often each part of it was played
/// @param days what was done on which day
/// @param sessions where each of the last sessions stands
/// @param engagement what was done with it other than watching
public record WatchState(
        Marker marker,
        @Nullable Long completedAt,
        long firstWatchedAt,
        long lastWatchedAt,
        long furthestMs,
        Material material,
        Watched watched,
        Plays plays,
        Days days,
        Sessions sessions,
        Engagement engagement) {

    /// Before the first heartbeat of an attempt.
    public static WatchState begin(Marker marker) {
        return new WatchState(
                marker,
                null,
                0,
                0,
                0,
                Material.UNKNOWN,
                Watched.NOTHING,
                Plays.NONE,
                Days.NONE,
                Sessions.NONE,
                Engagement.NONE);
    }

    public static WatchState initial() {
        return begin(Marker.FIRST);
    }

    /// What is left after a reset: that there was one.
    public WatchState reset(long at) {
        return begin(marker.reset(at));
    }

    /// The same under a marker that holds for more than this material. It matters to what was not
    /// touched yet: what was, was reset with the rest.
    public WatchState under(Marker wider) {
        return isUntouched() ? begin(marker.and(wider)) : this;
    }

    /// @param courseId whose it was then; what is watched has it from its heartbeats
    WatchState with(Engagement changed, @Nullable String courseId) {
        if (changed.equals(engagement)) {
            return this;
        }
        return new WatchState(
                marker,
                completedAt,
                firstWatchedAt,
                lastWatchedAt,
                furthestMs,
                isUnwatched() ? Material.shortOf(courseId) : material,
                watched,
                plays,
                days,
                sessions,
                changed);
    }

    public int attempt() {
        return marker.attempt();
    }

    /// Where to resume: the latest position by event time, over all sessions.
    public long positionMs() {
        return sessions.isEmpty() ? 0 : sessions.latest().positionMs();
    }

    /// How much was watched, repeats included, in the material's time.
    public long watchedMs() {
        return days.watchedMs();
    }

    /// How far it is, in hundredths of a percent: what the furthest point is of the duration.
    public int progressBasisPoints() {
        return material.durationMs() <= 0 ? 0 : BasisPoints.of(furthestMs, material.durationMs());
    }

    public boolean isCompleted() {
        return completedAt != null;
    }

    /// Whether the step from there to here completed the material: what is announced, once an attempt.
    public boolean isCompletedSince(WatchState before) {
        return isCompleted() && (!before.isCompleted() || before.attempt() != attempt());
    }

    /// Whether nothing was watched in this attempt.
    public boolean isUnwatched() {
        return sessions.isEmpty();
    }

    /// Whether nothing at all was done in this attempt.
    public boolean isUntouched() {
        return isUnwatched() && engagement.equals(Engagement.NONE);
    }
}
