package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.catalog.Stamp;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.HeartbeatSource;
import dev.playhead.schemas.event.Segment;
import dev.playhead.schemas.event.Swipe;
import dev.playhead.schemas.id.EventIds;
import java.util.List;
import java.util.Locale;

/// Makes the event of a report that was found right: cut to the catalog's duration, with all that
/// the catalog said.
public final class Stamping {
    private Stamping() {}

    public static Heartbeat heartbeat(
            String student, String material, Report report, Stamp stamp, long receivedAt, HeartbeatSource source) {
        Long furthestMs = report.furthestMs();
        // Not by its builder, which looks each value up in the schema.
        return new Heartbeat(
                eventId(student, material, report, receivedAt),
                student,
                material,
                stamp.courseId(),
                stamp.kind(),
                report.sessionId(),
                report.sequence(),
                report.deviceId(),
                report.event(),
                Math.min(report.positionMs(), stamp.durationMs()),
                furthestMs == null ? null : Math.min(furthestMs, stamp.durationMs()),
                stamp.durationMs(),
                report.playbackRate(),
                cut(report.played(), stamp.durationMs()),
                report.isPlayedKnown(),
                report.occurredAt(),
                receivedAt,
                source,
                stamp.rule(),
                stamp.threshold(),
                report.swipe());
    }

    /// From what the client said and not from what was made of it: a retry has another `sent_at`,
    /// and may meet another catalog.
    private static String eventId(String student, String material, Report report, long receivedAt) {
        String given = report.eventId();
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
                        word(report))
                .toString();
    }

    /// A player of shorts may report twice at one moment: where it stands, and that it was swiped away.
    private static String word(Report report) {
        String event = report.event().name().toLowerCase(Locale.ROOT);
        Swipe swipe = report.swipe();
        return swipe == null ? event : event + " " + swipe.name().toLowerCase(Locale.ROOT);
    }

    private static List<Segment> cut(List<Segment> played, long durationMs) {
        // Hardly ever is there anything to cut.
        if (played.stream().allMatch(segment -> segment.getToMs() <= durationMs)) {
            return played;
        }
        return played.stream()
                .filter(segment -> segment.getFromMs() < durationMs)
                .map(segment ->
                        segment.getToMs() <= durationMs ? segment : new Segment(segment.getFromMs(), durationMs))
                .toList();
    }
}
