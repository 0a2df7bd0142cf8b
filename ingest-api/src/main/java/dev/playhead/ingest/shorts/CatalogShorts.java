package dev.playhead.ingest.shorts;

import dev.playhead.ingest.catalog.Stamp;
import dev.playhead.ingest.heartbeat.HeartbeatLog;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.ShortInteraction;
import dev.playhead.schemas.id.WriteToken;
import dev.playhead.web.caller.Caller;
import java.util.Optional;

/// Real shorts: what students do with them goes to the log.
public final class CatalogShorts implements Shorts {
    private final Shelf shelf;
    private final HeartbeatLog heartbeats;
    private final InteractionLog interactions;

    public CatalogShorts(Shelf shelf, HeartbeatLog heartbeats, InteractionLog interactions) {
        this.shelf = shelf;
        this.heartbeats = heartbeats;
        this.interactions = interactions;
    }

    @Override
    public Ruling<Optional<Stamp>> find(Caller student, String id) {
        return shelf.find(student, id);
    }

    @Override
    public Optional<WriteToken> keep(Heartbeat heartbeat) {
        return Optional.of(heartbeats.append(heartbeat));
    }

    @Override
    public Optional<WriteToken> keep(ShortInteraction interaction) {
        return Optional.of(interactions.append(interaction));
    }
}
