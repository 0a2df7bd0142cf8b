package dev.playhead.ingest.shorts;

import dev.playhead.ingest.catalog.Stamp;
import dev.playhead.web.caller.Caller;
import java.util.Optional;

/// The shorts there are.
public interface Shelf {
    /// What the catalog says of a short; nothing where the catalog is kept elsewhere.
    Ruling<Optional<Stamp>> find(Caller student, String id);
}
