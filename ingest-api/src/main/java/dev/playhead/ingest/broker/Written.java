package dev.playhead.ingest.broker;

/// How an answer says where in the log its write is.
public final class Written {
    /// Its value is the text of a `WriteToken`.
    public static final String HEADER = "Playhead-Written";

    private Written() {}
}
