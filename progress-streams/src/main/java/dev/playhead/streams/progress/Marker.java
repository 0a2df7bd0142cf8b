package dev.playhead.streams.progress;

/// Since when, and for which time, a student is at it.
///
/// @param attempt 1 at first; rises with each reset
/// @param resetAt time of the last reset; 0 without one
public record Marker(int attempt, long resetAt) {
    public static final Marker FIRST = new Marker(1, 0);

    public Marker reset(long at) {
        return new Marker(attempt + 1, Math.max(resetAt, at));
    }

    /// The later of two that both hold.
    public Marker and(Marker other) {
        return new Marker(Math.max(attempt, other.attempt), Math.max(resetAt, other.resetAt));
    }

    /// Whether what occurred then no longer counts.
    public boolean isBehind(long occurredAt) {
        return resetAt > 0 && occurredAt <= resetAt;
    }
}
