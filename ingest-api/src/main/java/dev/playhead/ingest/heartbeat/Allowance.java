package dev.playhead.ingest.heartbeat;

/// What a bucket says to one more.
///
/// @param left how many more it would give now
/// @param waitMs until it would give one; 0 where it has
/// @param fullInMs until it is full
record Allowance(boolean isGiven, int left, long waitMs, long fullInMs) {}
