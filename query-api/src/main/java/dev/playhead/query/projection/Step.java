package dev.playhead.query.projection;

/// How far a batch takes a partition.
///
/// @param nextOffset of the topic that is projected
/// @param activitySeen one more than the highest activity offset of which the batch has the last
///     record; 0 where it has none
record Step(int partition, long nextOffset, long activitySeen) {}
