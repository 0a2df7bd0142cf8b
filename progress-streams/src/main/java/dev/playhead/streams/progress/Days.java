package dev.playhead.streams.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What was done on which day, each by event time. Of more than [#DAYS_MAX] days the two oldest
/// become one, so that the sums stay right.
public record Days(List<Day> days) {
    static final int DAYS_MAX = 366;
    static final Days NONE = new Days(List.of());

    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    public Days {
        days = List.copyOf(days);
    }

    /// The day of a time, UTC: days since 1970-01-01.
    public static long epochDay(long at) {
        return Math.floorDiv(at, DAY_MS);
    }

    Days with(long at, int views, long watchedMs) {
        if (views == 0 && watchedMs == 0) {
            return this;
        }
        long epochDay = epochDay(at);
        if (!days.isEmpty() && days.getLast().epochDay() == epochDay) {
            return new Days(withLast(days.getLast().plus(views, watchedMs)));
        }
        List<Day> all = new ArrayList<>(days);
        int index = all.size();
        while (index > 0 && all.get(index - 1).epochDay() > epochDay) {
            index--;
        }
        if (index > 0 && all.get(index - 1).epochDay() == epochDay) {
            all.set(index - 1, all.get(index - 1).plus(views, watchedMs));
        } else {
            all.add(index, new Day(epochDay, views, watchedMs));
        }
        if (all.size() > DAYS_MAX) {
            Day oldest = all.removeFirst();
            all.set(0, all.getFirst().plus(oldest.views(), oldest.watchedMs()));
        }
        return new Days(all);
    }

    private List<Day> withLast(Day last) {
        Day[] all = days.toArray(new Day[0]);
        all[all.length - 1] = last;
        return List.of(all);
    }

    public int views() {
        int views = 0;
        for (Day day : days) {
            views += day.views();
        }
        return views;
    }

    public long watchedMs() {
        long watched = 0;
        for (Day day : days) {
            watched += day.watchedMs();
        }
        return watched;
    }
}
