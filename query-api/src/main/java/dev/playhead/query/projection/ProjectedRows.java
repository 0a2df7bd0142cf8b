package dev.playhead.query.projection;

/// The rows that a topic becomes.
interface ProjectedRows {
    /// Within the transaction at hand.
    void write(Batch batch);
}
