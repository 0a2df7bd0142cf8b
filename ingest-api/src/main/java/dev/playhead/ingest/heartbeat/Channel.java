package dev.playhead.ingest.heartbeat;

import dev.playhead.schemas.event.HeartbeatSource;

/// The way a report comes in.
public enum Channel {
    /// One by one, while it happens.
    PLAYER(HeartbeatSource.PLAYER),
    /// Many at once, from a player that was offline.
    BATCH(HeartbeatSource.BATCH),
    /// From an administrator who brings what another system knew. Who sends is not who watched, so
    /// the sender's clock says nothing of the player's.
    IMPORT(HeartbeatSource.IMPORT),
    /// One by one, from a player of shorts.
    SHORTS(HeartbeatSource.SHORTS);

    private final HeartbeatSource source;

    Channel(HeartbeatSource source) {
        this.source = source;
    }

    public HeartbeatSource source() {
        return source;
    }
}
