package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.catalog.Stamp;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.HeartbeatSource;
import dev.playhead.schemas.event.Segment;
import dev.playhead.schemas.id.EventIds;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// Makes the event of a report that was found right: cut to the catalog's duration, with all that
/// the catalog said.
public final class Stamping {
    private Stamping() {}

    public static Heartbeat heartbeat(
            String student, String material, Report report, Stamp stamp, long receivedAt, HeartbeatSource source) {
        return Heartbeat.newBuilder()
                .setEventId(eventId(student, material, report, receivedAt).toString())
                .setStudentId(student)
                .setMaterialId(material)
                .setCourseId(stamp.courseId())
                .setKind(stamp.kind())
                .setSessionId(report.sessionId())
                .setSequence(report.sequence())
                .setDeviceId(report.deviceId())
                .setEvent(report.event())
                .setPositionMs(Math.min(report.positionMs(), stamp.durationMs()))
                .setDurationMs(stamp.durationMs())
                .setPlaybackRate(report.playbackRate())
                .setPlayed(cut(report.played(), stamp.durationMs()))
                .setPlayedKnown(report.isPlayedKnown())
                .setOccurredAt(report.occurredAt())
                .setReceivedAt(receivedAt)
                .setSource(source)
                .setCompletionRule(stamp.rule())
                .setCompletionThreshold(stamp.threshold())
                .build();
    }

    /// From what the client said and not from what was made of it: a retry has another `sent_at`,
    /// and may meet another catalog.
    private static UUID eventId(String student, String material, Report report, long receivedAt) {
        UUID given = report.eventId();
        if (given != null) {
            return given;
        }
        Long saidAt = report.saidAt();
        return EventIds.heartbeat(
                student,
                material,
                report.sessionId(),
                saidAt == null ? receivedAt : saidAt,
                report.positionMs(),
                report.event().name().toLowerCase(Locale.ROOT));
    }

    private static List<Segment> cut(List<Segment> played, long durationMs) {
        return played.stream()
                .filter(segment -> segment.getFromMs() < durationMs)
                .map(segment ->
                        segment.getToMs() <= durationMs ? segment : new Segment(segment.getFromMs(), durationMs))
                .toList();
    }
}
