package dev.playhead.query.freshness;

import dev.playhead.schemas.id.ActivityPlace;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The writes that an answer is to hold.
///
/// @param activities each of them, because each may have been set aside
/// @param catalog the highest offset written; -1 for none
record ReadAfter(Set<ActivityPlace> activities, long catalog) {
    static final ReadAfter NOTHING = new ReadAfter(Set.of(), -1);

    ReadAfter {
        activities = Set.copyOf(activities);
    }

    boolean isNothing() {
        return activities.isEmpty() && catalog < 0;
    }

    /// Without the activities.
    ReadAfter ofCatalog() {
        return new ReadAfter(Set.of(), catalog);
    }

    Set<Integer> partitions() {
        return activities.stream().map(ActivityPlace::partition).collect(Collectors.toSet());
    }

    /// @param seen by partition, one more than the highest offset that was seen
    boolean isSeenBy(Map<Integer, Long> seen, long catalogPosition) {
        return isInCatalog(catalogPosition)
                && activities.stream().allMatch(each -> seen.getOrDefault(each.partition(), 0L) > each.offset());
    }

    boolean isInCatalog(long catalogPosition) {
        return catalogPosition > catalog;
    }
}
