package dev.playhead.streams.audience;

import dev.playhead.streams.progress.WatchState;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one student, or several, add to a material's audience, or what a change of a student's state
/// adds to it. Sums that follow each change are always those of the states as they are.
///
/// @param total over all time
/// @param days by days since 1970-01-01, UTC
public record Contribution(Total total, SortedMap<Long, Daily> days) {
    public static final Contribution NONE = new Contribution(Total.NONE, new TreeMap<>());

    /// What is counted. It rises when a figure is added or means something else: the sums are then
    /// made anew from the states.
    public static final byte COUNTED = 2;

    public Contribution {
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }

    public static Contribution of(WatchState state) {
        return between(WatchState.initial(), state);
    }

    /// What is more after a student's state changed: the old one's taken back, the new one's added.
    public static Contribution between(WatchState before, WatchState after) {
        return new Contribution(Total.between(before, after), DaysChanged.between(before, after));
    }

    public Contribution plus(Contribution more) {
        SortedMap<Long, Daily> sums = new TreeMap<>(days);
        more.days.forEach((day, daily) -> sums.merge(day, daily, Daily::plus));
        return new Contribution(total.plus(more.total), sums);
    }

    public boolean isNothing() {
        return total.equals(Total.NONE) && areNothing(days);
    }

    private static boolean areNothing(Map<Long, Daily> days) {
        return days.values().stream().allMatch(Daily.NONE::equals);
    }
}
