package dev.playhead.streams.audience;

import dev.playhead.streams.progress.WatchState;

/// What one student, or several, add to a material's audience. What changes a student's state takes
/// the old one back and adds the new one, so the sums are always those of the states as they are.
///
/// @param viewers students who watched it
/// @param completions students who completed it
/// @param likes students who like it
/// @param shares how often it was shared
public record Contribution(long viewers, long completions, long likes, long shares) {
    public static final Contribution NONE = new Contribution(0, 0, 0, 0);

    /// What is counted. It rises when a figure is added or means something else: the sums are then
    /// made anew from the states.
    public static final byte COUNTED = 1;

    public static Contribution of(WatchState state) {
        return new Contribution(
                state.isUnwatched() ? 0 : 1,
                state.isCompleted() ? 1 : 0,
                state.engagement().isLiked() ? 1 : 0,
                state.engagement().shares());
    }

    public Contribution plus(Contribution more) {
        return new Contribution(
                viewers + more.viewers, completions + more.completions, likes + more.likes, shares + more.shares);
    }

    public Contribution minus(Contribution less) {
        return new Contribution(
                viewers - less.viewers, completions - less.completions, likes - less.likes, shares - less.shares);
    }
}
