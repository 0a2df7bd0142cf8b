package dev.playhead.query.freshness;

import java.util.Map;

/// The writes that an answer is to hold.
///
/// @param activity by partition, the highest offset written
/// @param catalog the highest offset written; -1 for none
record ReadAfter(Map<Integer, Long> activity, long catalog) {
    static final ReadAfter NOTHING = new ReadAfter(Map.of(), -1);

    ReadAfter {
        activity = Map.copyOf(activity);
    }

    boolean isNothing() {
        return activity.isEmpty() && catalog < 0;
    }

    /// @param seen by partition, one more than the highest offset whose effect is there
    boolean isHeldBy(Map<Integer, Long> seen, long catalogPosition) {
        return catalogPosition > catalog
                && activity.entrySet().stream()
                        .allMatch(written -> seen.getOrDefault(written.getKey(), 0L) > written.getValue());
    }
}
