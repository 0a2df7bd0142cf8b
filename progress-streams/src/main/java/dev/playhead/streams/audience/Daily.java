package dev.playhead.streams.audience;

import dev.playhead.streams.progress.Day;

/// What one student, or several, did with a material on one day.
///
/// @param viewers students who watched it on that day
/// @param views sessions that began
/// @param completions students who completed it on that day
/// @param watchedMs how much was watched, repeats included, in the material's time
public record Daily(long viewers, long views, long completions, long watchedMs) {
    public static final Daily NONE = new Daily(0, 0, 0, 0);

    /// That one student completed it.
    static final Daily COMPLETED = new Daily(0, 0, 1, 0);

    static Daily of(Day day) {
        return new Daily(1, day.views(), 0, day.watchedMs());
    }

    public Daily plus(Daily more) {
        return new Daily(
                viewers + more.viewers, views + more.views, completions + more.completions, watchedMs + more.watchedMs);
    }

    public Daily minus(Daily less) {
        return new Daily(
                viewers - less.viewers, views - less.views, completions - less.completions, watchedMs - less.watchedMs);
    }
}
