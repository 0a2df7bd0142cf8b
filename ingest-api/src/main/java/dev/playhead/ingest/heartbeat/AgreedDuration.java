package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.input.Seconds;
import java.util.Optional;

/// How far a client's duration may be from the catalog's, which wins. Encoders and players differ
/// by a little; a client that could say anything could say that the video lasts one second, and be
/// done with it.
public final class AgreedDuration {
    private static final long DIFFERENCE_MS = 5_000;
    private static final int PERCENT = 10;

    private AgreedDuration() {}

    /// What is wrong with it.
    public static Optional<String> wrong(long clientMs, long catalogMs) {
        long bound = Math.max(DIFFERENCE_MS, catalogMs * PERCENT / 100);
        return Math.abs(clientMs - catalogMs) <= bound
                ? Optional.empty()
                : Optional.of("must be within %s s of the video's %s s"
                        .formatted(Seconds.text(bound), Seconds.text(catalogMs)));
    }
}
