package dev.playhead.query.live;

import java.util.Locale;

/// Why a stream came to its end.
enum Ending {
    /// The client left, or did not read for too long.
    GONE,
    /// More would have waited for the client than may.
    SLOW,
    /// Its token is no longer valid.
    EXPIRED,
    /// This instance stops.
    STOPPED,
    /// What it needs is not here in time, or was lost here: another instance may have it.
    BEHIND,
    /// Our mistake.
    FAILED;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
