package dev.playhead.ingest.shorts;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.ShortInteraction;
import dev.playhead.schemas.id.WriteToken;
import java.util.Optional;

/// The shorts there are, and where it is kept what students do with them.
public interface Shorts extends Shelf {
    /// Keeps that one was watched.
    ///
    /// @return where it is in the log; empty where nothing is kept
    Optional<WriteToken> keep(Heartbeat heartbeat);

    /// The same of anything but watching.
    Optional<WriteToken> keep(ShortInteraction interaction);
}
