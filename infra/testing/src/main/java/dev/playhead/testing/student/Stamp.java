package dev.playhead.testing.student;

import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.MaterialKind;
import dev.playhead.schemas.event.PlaybackEvent;
import dev.playhead.schemas.event.Segment;
import dev.playhead.schemas.id.EventIds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the catalog says of a video, and the heartbeat that ingest makes of a delivery with it.
public record Stamp(Video video, @Nullable String courseId, CompletionRule rule, int threshold) {
    private static final int VIDEO_THRESHOLD = 80;
    private static final int SHORT_THRESHOLD = 95;

    /// The default rule: where the playhead has been.
    public static Stamp byPosition(Video video, @Nullable String courseId) {
        int threshold = video.kind() == MaterialKind.SHORT ? SHORT_THRESHOLD : VIDEO_THRESHOLD;
        return new Stamp(video, courseId, CompletionRule.POSITION, threshold);
    }

    public Heartbeat heartbeat(Delivery delivery) {
        WatchReport report = delivery.report();
        PlaybackEvent event = event(report);
        return Heartbeat.newBuilder()
                .setEventId(eventId(report, event, delivery.receivedAt()))
                .setStudentId(report.student())
                .setMaterialId(report.video())
                .setCourseId(courseId)
                .setKind(video.kind())
                .setSessionId(report.sessionId())
                .setSequence(report.sequence())
                .setDeviceId(report.deviceId())
                .setEvent(event)
                .setPositionMs(report.positionMs())
                .setDurationMs(video.durationMs())
                .setPlaybackRate(report.playbackRate())
                .setPlayed(segments(report.played()))
                .setPlayedKnown(report.played() != null)
                .setOccurredAt(occurredAt(report, delivery.receivedAt()).toEpochMilli())
                .setReceivedAt(delivery.receivedAt().toEpochMilli())
                .setSource(delivery.source())
                .setCompletionRule(rule)
                .setCompletionThreshold(threshold)
                .build();
    }

    private static PlaybackEvent event(WatchReport report) {
        return report.event() == null
                ? PlaybackEvent.PLAYING
                : PlaybackEvent.valueOf(report.event().name());
    }

    private static String eventId(WatchReport report, PlaybackEvent event, Instant receivedAt) {
        Instant saidAt = report.occurredAt() == null ? receivedAt : report.occurredAt();
        return EventIds.heartbeat(
                        report.student(),
                        report.video(),
                        report.sessionId(),
                        saidAt.toEpochMilli(),
                        report.positionMs(),
                        WatchReport.Event.valueOf(event.name()).wireName())
                .toString();
    }

    /// With the error of the device's clock taken off where the device let ingest know it.
    private static Instant occurredAt(WatchReport report, Instant receivedAt) {
        Instant saidAt = report.occurredAt();
        if (saidAt == null) {
            return receivedAt;
        }
        Instant sentAt = report.sentAt();
        return sentAt == null ? saidAt : saidAt.plus(Duration.between(sentAt, receivedAt));
    }

    private static List<Segment> segments(@Nullable List<Interval> played) {
        return played == null
                ? List.of()
                : played.stream()
                        .map(part -> new Segment(part.fromMs(), part.toMs()))
                        .toList();
    }
}
