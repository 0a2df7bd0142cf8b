package dev.playhead.streams.audience;

import dev.playhead.streams.progress.Day;
import dev.playhead.streams.progress.Days;
import dev.playhead.streams.progress.WatchState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a change of a student's state adds to which days: to one, mostly.
final class DaysChanged {
    private final List<DayChange> changes = new ArrayList<>(1);

    private DaysChanged() {}

    static List<DayChange> between(WatchState before, WatchState after) {
        DaysChanged changed = new DaysChanged();
        changed.days(before.days().days(), after.days().days());
        changed.completion(before.completedAt(), after.completedAt());
        changed.changes.removeIf(change -> change.amount().equals(Daily.NONE));
        return changed.changes;
    }

    /// Both stand in the order of their days.
    private void days(List<Day> then, List<Day> now) {
        int old = alike(then, now);
        int next = old;
        while (old < then.size() || next < now.size()) {
            long oldDay = old < then.size() ? then.get(old).epochDay() : Long.MAX_VALUE;
            long nextDay = next < now.size() ? now.get(next).epochDay() : Long.MAX_VALUE;
            Daily was = oldDay <= nextDay ? Daily.of(then.get(old++)) : Daily.NONE;
            Daily is = nextDay <= oldDay ? Daily.of(now.get(next++)) : Daily.NONE;
            changes.add(new DayChange(Math.min(oldDay, nextDay), is.minus(was)));
        }
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
            add(Days.epochDay(then), Daily.NONE.minus(Daily.COMPLETED));
        }
        if (now != null) {
            add(Days.epochDay(now), Daily.COMPLETED);
        }
    }

    private void add(long day, Daily amount) {
        for (int place = 0; place < changes.size(); place++) {
            if (changes.get(place).day() == day) {
                changes.set(
                        place, new DayChange(day, changes.get(place).amount().plus(amount)));
                return;
            }
        }
        changes.add(new DayChange(day, amount));
    }
}
