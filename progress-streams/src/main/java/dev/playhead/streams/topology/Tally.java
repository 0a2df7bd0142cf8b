package dev.playhead.streams.topology;

/// What is counted as it passes. Counted when it happens, not when it is committed: for a graph,
/// not for the books.
public interface Tally {
    void heartbeat();

    void completion();
}
