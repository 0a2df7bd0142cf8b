package dev.playhead.streams.progress;

/// What a student did with a material on one day.
///
/// @param epochDay days since 1970-01-01, UTC
/// @param views sessions that began
/// @param watchedMs how much was watched, repeats included, in the material's time
public record Day(long epochDay, int views, long watchedMs) {

    Day plus(int moreViews, long moreWatchedMs) {
        return new Day(epochDay, views + moreViews, watchedMs + moreWatchedMs);
    }
}
