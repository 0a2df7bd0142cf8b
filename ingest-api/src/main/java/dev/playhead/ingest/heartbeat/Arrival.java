package dev.playhead.ingest.heartbeat;

/// How and when a report came in.
///
/// @param receivedAt epoch milliseconds
public record Arrival(Channel channel, long receivedAt) {}
