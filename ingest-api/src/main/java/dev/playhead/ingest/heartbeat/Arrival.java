package dev.playhead.ingest.heartbeat;

/// How and when a report came in.
///
/// @param receivedAt epoch milliseconds
record Arrival(Channel channel, long receivedAt) {}
