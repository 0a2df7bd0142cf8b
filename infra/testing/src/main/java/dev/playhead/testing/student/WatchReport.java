package dev.playhead.testing.student;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// What a student's player says: one heartbeat, in the words of `POST /api/progress/heartbeats`.
///
/// @param watchTime where the playhead stands, in seconds
/// @param totalDuration of the video, in seconds
public record WatchReport(
        String student,
        String video,
        double watchTime,
        double totalDuration,
        Event event,
        String sessionId,
        long sequence,
        double playbackRate,
        Instant occurredAt) {

    /// What the player was doing.
    public enum Event {
        PLAYING,
        PAUSED,
        SEEKED,
        ENDED,
        CLOSED;

        /// As the API spells it.
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    WatchReport later(Duration by) {
        return new WatchReport(
                student,
                video,
                watchTime,
                totalDuration,
                event,
                sessionId,
                sequence,
                playbackRate,
                occurredAt.plus(by));
    }
}
