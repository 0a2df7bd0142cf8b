package dev.playhead.testing.student;

import dev.playhead.schemas.event.HeartbeatSource;
import java.time.Instant;
import java.util.Comparator;

/// A report that arrives. The same report can arrive twice, and then only `sent_at` differs.
///
/// @param source alone (`PLAYER`), or with the rest of its sitting (`BATCH`)
public record Delivery(WatchReport report, Instant receivedAt, HeartbeatSource source) {
    /// In the order of arrival; a tie stays as it is within a student and video.
    static final Comparator<Delivery> BY_ARRIVAL = Comparator.comparing(Delivery::receivedAt)
            .thenComparing(delivery -> delivery.report().student())
            .thenComparing(delivery -> delivery.report().video());
}
