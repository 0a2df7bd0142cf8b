package dev.playhead.streams.audience;

import java.util.SortedMap;
import java.util.TreeMap;

/// Of several students, added up.
public final class Contributions {
    public static final Contribution NONE = new Contribution(Total.NONE, new TreeMap<>());

    private Contributions() {}

    public static Contribution sum(Contribution one, Contribution other) {
        SortedMap<Long, Daily> days = new TreeMap<>(one.days());
        other.days().forEach((day, daily) -> days.merge(day, daily, Daily::plus));
        return new Contribution(one.total().plus(other.total()), days);
    }
}
