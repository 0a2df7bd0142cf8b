package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.catalog.Stamp;
import dev.playhead.ingest.input.Fields;
import dev.playhead.ingest.input.Seconds;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far a client's duration may be from the catalog's, which wins. Encoders and players differ
/// by a little; a client that could say anything could say that the video lasts one second, and be
/// done with it.
public final class AgreedDuration {
    private static final long DIFFERENCE_MS = 5_000;
    private static final int PERCENT = 10;

    private static final String FIELD = "total_duration";

    private AgreedDuration() {}

    /// What a client says in `total_duration`; null where it says none, or none at all that can be,
    /// which is noted, as it is of one that is wrong.
    ///
    /// @param known what the catalog says of the material
    public static @Nullable BigDecimal read(Fields fields, Optional<Stamp> known) {
        BigDecimal duration = fields.number(FIELD, BigDecimal.ZERO, Seconds.MAX);
        if (duration == null) {
            return null;
        }
        long ms = Seconds.toMs(duration);
        Optional<String> wrong =
                ms == 0 ? Optional.of("must be more than 0") : known.flatMap(stamp -> wrong(ms, stamp.durationMs()));
        wrong.ifPresent(fields.noteAt(FIELD)::wrong);
        return ms == 0 ? null : duration;
    }

    /// What is wrong with it.
    public static Optional<String> wrong(long clientMs, long catalogMs) {
        long bound = Math.max(DIFFERENCE_MS, catalogMs * PERCENT / 100);
        return Math.abs(clientMs - catalogMs) <= bound
                ? Optional.empty()
                : Optional.of("must be within %s s of the catalog's %s s"
                        .formatted(Seconds.text(bound), Seconds.text(catalogMs)));
    }
}
