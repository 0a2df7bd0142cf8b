package dev.playhead.ingest.heartbeat;

/// What becomes of a heartbeat for a material that the catalog does not have.
public enum UnknownMaterials {
    REFUSE,
    /// For a platform that keeps its catalog elsewhere.
    ACCEPT
}
