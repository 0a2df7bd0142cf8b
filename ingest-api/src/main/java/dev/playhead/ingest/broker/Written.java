package dev.playhead.ingest.broker;

/// How an answer says where in the log its write is.
public final class Written {
    /// Its value is the text of a `WriteToken`.
    public static final String HEADER = "Playhead-Written";

    /// For the API's document.
    public static final String MEANING =
            "Where the write is. A read that sends it back as Playhead-Read-After waits until it can be seen";

    private Written() {}
}
