package dev.playhead.streams.topology;

import dev.playhead.schemas.id.DeadLetter;

/// What is counted as it passes. Counted when it happens, not when it is committed: for a graph,
/// not for the books.
public interface Tally {
    /// @param completions what it completed: a material, and with it a course
    void heartbeat(int completions);

    /// What was done with a short other than watch it.
    void interaction();

    void reset();

    void deadLetter(DeadLetter.Reason reason);
}
