package dev.playhead.streams.audience;

import dev.playhead.streams.progress.Day;
import dev.playhead.streams.progress.Days;
import dev.playhead.streams.progress.WatchState;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a change of a student's state adds to which days.
final class DaysChanged {
    private final SortedMap<Long, Daily> changes = new TreeMap<>();

    private DaysChanged() {}

    static SortedMap<Long, Daily> between(WatchState before, WatchState after) {
        DaysChanged changed = new DaysChanged();
        List<Day> then = before.days().days();
        List<Day> now = after.days().days();
        int same = alike(then, now);
        for (int place = same; place < then.size(); place++) {
            changed.takeBack(then.get(place).epochDay(), Daily.of(then.get(place)));
        }
        for (int place = same; place < now.size(); place++) {
            changed.add(now.get(place).epochDay(), Daily.of(now.get(place)));
        }
        changed.completion(before.completedAt(), after.completedAt());
        changed.changes.values().removeIf(Daily.NONE::equals);
        return changed.changes;
    }

    /// How many days at the beginning are the same: all but the last, mostly.
    private static int alike(List<Day> then, List<Day> now) {
        int same = 0;
        while (same < then.size() && same < now.size() && then.get(same).equals(now.get(same))) {
            same++;
        }
        return same;
    }

    private void completion(@Nullable Long then, @Nullable Long now) {
        if (then != null) {
            takeBack(Days.epochDay(then), Daily.COMPLETED);
        }
        if (now != null) {
            add(Days.epochDay(now), Daily.COMPLETED);
        }
    }

    private void add(long day, Daily daily) {
        changes.merge(day, daily, Daily::plus);
    }

    private void takeBack(long day, Daily daily) {
        changes.merge(day, Daily.NONE.minus(daily), Daily::plus);
    }
}
