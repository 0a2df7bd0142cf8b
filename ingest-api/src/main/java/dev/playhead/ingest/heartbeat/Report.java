package dev.playhead.ingest.heartbeat;

import dev.playhead.schemas.event.PlaybackEvent;
import dev.playhead.schemas.event.Segment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a player said, found right.
///
/// @param played none of them empty, each within the duration
/// @param isPlayedKnown whether the client said what was played, be it nothing
/// @param occurredAt epoch milliseconds, the error of the client's clock taken off
/// @param saidAt when it happened as the client said it, where it did
/// @param eventId a UUID in small letters
public record Report(
        long positionMs,
        long durationMs,
        PlaybackEvent event,
        @Nullable String sessionId,
        @Nullable Long sequence,
        @Nullable String deviceId,
        @Nullable Double playbackRate,
        List<Segment> played,
        boolean isPlayedKnown,
        long occurredAt,
        @Nullable Long saidAt,
        @Nullable String eventId) {
    public Report {
        played = List.copyOf(played);
    }
}
