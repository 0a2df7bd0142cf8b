package dev.playhead.bench.freshness;

/// A heartbeat that was accepted.
///
/// @param token whose it is, as a bearer
/// @param written what the answer said of where it is
/// @param dueNanos when it was meant to be sent
record Written(String token, String video, String written, long dueNanos) {}
