package dev.playhead.streams.audience;

import dev.playhead.streams.progress.WatchState;
import java.util.ArrayList;
import java.util.List;

/// What a change of a student's state adds to a material's audience: the old one's taken back, the
/// new one's added. Sums that follow each change are always those of the states as they are.
public final class Change {
    private final Total figures;
    private final List<CurveChange> curves;
    private final List<DayChange> days;

    /// @param figures without curves
    Change(Total figures, List<CurveChange> curves, List<DayChange> days) {
        this.figures = figures;
        this.curves = curves;
        this.days = days;
    }

    /// From nothing.
    public static Change to(WatchState state) {
        return between(WatchState.initial(), state);
    }

    public static Change between(WatchState before, WatchState after) {
        return new Change(figures(before, after), curves(before, after), DaysChanged.between(before, after));
    }

    public boolean isNothing() {
        return figures.equals(Total.NONE) && curves.isEmpty() && days.isEmpty();
    }

    /// Only those that changed.
    public List<DayChange> days() {
        return days;
    }

    Total figures() {
        return figures;
    }

    List<CurveChange> curves() {
        return curves;
    }

    private static Total figures(WatchState before, WatchState after) {
        return new Total(
                one(!after.isUnwatched()) - one(!before.isUnwatched()),
                after.days().views() - before.days().views(),
                one(after.isCompleted()) - one(before.isCompleted()),
                after.watchedMs() - before.watchedMs(),
                after.progressBasisPoints() - before.progressBasisPoints(),
                one(after.engagement().isLiked()) - one(before.engagement().isLiked()),
                after.engagement().shares() - before.engagement().shares(),
                Curves.NONE);
    }

    private static int one(boolean is) {
        return is ? 1 : 0;
    }

    private static List<CurveChange> curves(WatchState before, WatchState after) {
        List<CurveChange> changes = new ArrayList<>(2);
        if (hasCurve(before) && hasCurve(after) && buckets(before) == buckets(after)) {
            changes.add(CurveChange.between(before, after));
        } else {
            if (hasCurve(before)) {
                changes.add(CurveChange.whole(before, -1));
            }
            if (hasCurve(after)) {
                changes.add(CurveChange.whole(after, 1));
            }
        }
        changes.removeIf(CurveChange::isNothing);
        return changes;
    }

    private static boolean hasCurve(WatchState state) {
        return !state.isUnwatched() && state.plays().durationMs() > 0;
    }

    private static int buckets(WatchState state) {
        return state.plays().counts().length;
    }
}
