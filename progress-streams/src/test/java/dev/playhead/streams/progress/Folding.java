package dev.playhead.streams.progress;

import dev.playhead.schemas.event.Heartbeat;
import java.util.List;

/// Folds from the beginning.
final class Folding {
    private Folding() {}

    static WatchState fold(Heartbeat... heartbeats) {
        return fold(List.of(heartbeats));
    }

    static WatchState fold(List<Heartbeat> heartbeats) {
        return fold(WatchState.initial(), heartbeats);
    }

    static WatchState fold(WatchState from, List<Heartbeat> heartbeats) {
        WatchState state = from;
        for (Heartbeat heartbeat : heartbeats) {
            state = Fold.advance(state, heartbeat);
        }
        return state;
    }
}
