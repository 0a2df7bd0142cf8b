package dev.playhead.testing.student;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What a student's player says: one heartbeat. What its [Player] does not say is null.
///
/// @param positionMs where the playhead stands
/// @param played since the last report; null where the player does not keep it
/// @param occurredAt by the device's clock, as is `sentAt`
public record WatchReport(
        String student,
        String video,
        long positionMs,
        long durationMs,
        @Nullable Event event,
        @Nullable String sessionId,
        @Nullable Long sequence,
        @Nullable String deviceId,
        @Nullable Double playbackRate,
        @Nullable List<Interval> played,
        @Nullable Instant occurredAt,
        @Nullable Instant sentAt) {
    private static final int MS_DIGITS = 3;

    public WatchReport {
        played = played == null ? null : List.copyOf(played);
    }

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

    /// The body of `POST /api/progress/video/{video_id}/watch-time`. An element of a batch has
    /// `video_id` beside.
    public SequencedMap<String, Object> body() {
        SequencedMap<String, Object> body = new LinkedHashMap<>();
        body.put("watch_time", seconds(positionMs));
        body.put("total_duration", seconds(durationMs));
        put(body, "event", event == null ? null : event.wireName());
        put(body, "session_id", sessionId);
        put(body, "sequence", sequence);
        put(body, "device_id", deviceId);
        put(body, "playback_rate", playbackRate);
        put(body, "played", played == null ? null : pairs(played));
        put(body, "occurred_at", occurredAt == null ? null : occurredAt.toString());
        put(body, "sent_at", sentAt == null ? null : sentAt.toString());
        return body;
    }

    WatchReport sentAt(Instant time) {
        return new WatchReport(
                student,
                video,
                positionMs,
                durationMs,
                event,
                sessionId,
                sequence,
                deviceId,
                playbackRate,
                played,
                occurredAt,
                time);
    }

    private static List<List<BigDecimal>> pairs(List<Interval> parts) {
        return parts.stream()
                .map(part -> List.of(seconds(part.fromMs()), seconds(part.toMs())))
                .toList();
    }

    private static void put(SequencedMap<String, Object> body, String field, @Nullable Object value) {
        if (value != null) {
            body.put(field, value);
        }
    }

    private static BigDecimal seconds(long ms) {
        return BigDecimal.valueOf(ms, MS_DIGITS);
    }
}
