package dev.playhead.streams.audience;

import dev.playhead.streams.progress.WatchState;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Of several students, added up.
public final class Contributions {
    public static final Contribution NONE = new Contribution(Total.NONE, new TreeMap<>());

    private Contributions() {}

    public static Contribution of(WatchState state) {
        return between(WatchState.initial(), state);
    }

    /// What is more after a student's state changed.
    static Contribution between(WatchState before, WatchState after) {
        Change change = Change.between(before, after);
        RunningTotal total = new RunningTotal();
        SortedMap<Long, Daily> days = new TreeMap<>();
        change.days().forEach(day -> days.put(day.day(), day.amount()));
        return new Contribution(total.plus(change).total(), days);
    }

    /// By which it grows, where it has no curves.
    public static Change change(Contribution more) {
        List<DayChange> days = more.days().entrySet().stream()
                .map(day -> new DayChange(day.getKey(), day.getValue()))
                .toList();
        return new Change(more.total(), List.of(), days);
    }

    public static Contribution sum(Contribution one, Contribution other) {
        SortedMap<Long, Daily> days = new TreeMap<>(one.days());
        other.days().forEach((day, daily) -> days.merge(day, daily, Daily::plus));
        return new Contribution(one.total().plus(other.total()), days);
    }
}
