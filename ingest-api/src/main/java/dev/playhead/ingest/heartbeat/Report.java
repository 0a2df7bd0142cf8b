package dev.playhead.ingest.heartbeat;

import dev.playhead.schemas.event.PlaybackEvent;
import dev.playhead.schemas.event.Segment;
import dev.playhead.schemas.event.Swipe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a player said, found right.
///
/// @param played none of them empty, each within the duration
/// @param isPlayedKnown whether the client said what was played, be it nothing
/// @param occurredAt epoch milliseconds, the error of the client's clock taken off
/// @param saidAt when it happened as the client said it, where it did
/// @param eventId a UUID in small letters
/// @param furthestMs the furthest point, where the player knows more of it than the position
/// @param swipe which way the student left a short with it
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
        @Nullable String eventId,
        @Nullable Long furthestMs,
        @Nullable Swipe swipe) {
    public Report {
        played = List.copyOf(played);
    }

    /// Of a video.
    public Report(
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
        this(
                positionMs,
                durationMs,
                event,
                sessionId,
                sequence,
                deviceId,
                playbackRate,
                played,
                isPlayedKnown,
                occurredAt,
                saidAt,
                eventId,
                null,
                null);
    }
}
