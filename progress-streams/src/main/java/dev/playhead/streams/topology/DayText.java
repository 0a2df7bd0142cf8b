package dev.playhead.streams.topology;

import java.time.LocalDate;

/// A day as text, as it stands in keys. The one that was asked for last is remembered: at nearly every
/// heartbeat it is today.
final class DayText {
    private long last;
    private String text = of(last);

    /// @param day since 1970-01-01
    static String of(long day) {
        return LocalDate.ofEpochDay(day).toString();
    }

    String get(long day) {
        if (day != last) {
            last = day;
            text = of(day);
        }
        return text;
    }
}
