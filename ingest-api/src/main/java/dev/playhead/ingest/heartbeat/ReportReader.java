package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.catalog.Stamp;
import dev.playhead.ingest.input.Errors;
import dev.playhead.ingest.input.Fields;
import dev.playhead.ingest.input.Seconds;
import dev.playhead.schemas.event.PlaybackEvent;
import dev.playhead.schemas.event.Segment;
import dev.playhead.schemas.id.Ids;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Reads a report from a body. Fields it does not know are ignored: players send what they like beside.
final class ReportReader {
    static final Map<String, PlaybackEvent> EVENTS = Map.of(
            "playing", PlaybackEvent.PLAYING,
            "paused", PlaybackEvent.PAUSED,
            "seeked", PlaybackEvent.SEEKED,
            "ended", PlaybackEvent.ENDED,
            "closed", PlaybackEvent.CLOSED);

    /// The fastest that browsers play.
    static final BigDecimal RATE_MAX = BigDecimal.valueOf(16);

    private final Fields fields;
    private final Errors errors;

    private ReportReader(Fields fields, Errors errors) {
        this.fields = fields;
        this.errors = errors;
    }

    /// Empty where anything was wrong, and then that is noted.
    ///
    /// @param known what the catalog says of the material
    static Optional<Report> read(Fields fields, Optional<Stamp> known, Arrival arrival, Errors errors) {
        fields.require("watch_time", "total_duration");
        return new ReportReader(fields, errors).read(known, arrival);
    }

    private Optional<Report> read(Optional<Stamp> known, Arrival arrival) {
        BigDecimal position = fields.number("watch_time", BigDecimal.ZERO, Seconds.MAX);
        BigDecimal duration = AgreedDuration.read(fields, known);
        if (position != null && duration != null && position.compareTo(duration) > 0) {
            fields.noteAt("watch_time").wrong("must not be more than total_duration");
        }
        PlaybackEvent event = fields.word("event", EVENTS);
        String session = fields.matching("session_id", Ids::isOther, Ids.OTHER_RULE);
        Long sequence = fields.whole("sequence", 0, Long.MAX_VALUE);
        String device = fields.matching("device_id", Ids::isOther, Ids.OTHER_RULE);
        BigDecimal rate = fields.number("playback_rate", BigDecimal.ZERO, RATE_MAX);
        List<Segment> played = PlayedReader.read(fields, duration == null ? Seconds.MAX : duration);
        EventTime time = EventTime.read(fields, arrival);
        UUID eventId = fields.uuid("event_id");
        if (!errors.isEmpty() || position == null || duration == null) {
            return Optional.empty();
        }
        return Optional.of(new Report(
                Seconds.toMs(position),
                Seconds.toMs(duration),
                // The documents' players say nothing, and report while they play.
                event == null ? PlaybackEvent.PLAYING : event,
                session,
                sequence,
                device,
                rate == null ? null : rate.doubleValue(),
                played,
                fields.array("played") != null,
                time.occurredAt(),
                time.saidAt(),
                eventId == null ? null : eventId.toString()));
    }
}
