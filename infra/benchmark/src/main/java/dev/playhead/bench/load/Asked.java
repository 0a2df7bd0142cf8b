package dev.playhead.bench.load;

import java.io.IOException;

/// A request that is sent once, and what becomes of its answer.
public interface Asked {
    Request request();

    /// Called by the connection's thread.
    ///
    /// @param dueNanos when it was due, by the clock of [System#nanoTime]
    /// @throws IOException with what is wrong with the answer
    void answered(Answer answer, long dueNanos) throws IOException;
}
