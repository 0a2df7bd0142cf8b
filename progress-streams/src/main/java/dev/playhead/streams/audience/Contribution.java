package dev.playhead.streams.audience;

import java.util.Collections;
import java.util.SortedMap;

/// What one student, or several, add to a material's audience.
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
}
