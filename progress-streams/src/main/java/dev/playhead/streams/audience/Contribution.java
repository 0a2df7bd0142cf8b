package dev.playhead.streams.audience;

import dev.playhead.streams.progress.WatchState;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;

/// What one student, or several, add to a material's audience, or what a change of a student's state
/// adds to it. Sums that follow each change are always those of the states as they are.
///
/// @param total over all time
/// @param days by days since 1970-01-01, UTC; it keeps the map
public record Contribution(Total total, SortedMap<Long, Daily> days) {
    /// What is counted. It rises when a figure is added or means something else: the sums are then
    /// made anew from the states.
    public static final byte COUNTED = 1;

    public Contribution {
        days = Collections.unmodifiableSortedMap(days);
    }

    public static Contribution of(WatchState state) {
        return between(WatchState.initial(), state);
    }

    /// What is more after a student's state changed: the old one's taken back, the new one's added.
    public static Contribution between(WatchState before, WatchState after) {
        return new Contribution(Total.between(before, after), DaysChanged.between(before, after));
    }

    public boolean isNothing() {
        return total.equals(Total.NONE) && areNothing(days);
    }

    private static boolean areNothing(Map<Long, Daily> days) {
        return days.values().stream().allMatch(Daily.NONE::equals);
    }
}
