package dev.playhead.ingest.shorts;

import dev.playhead.ingest.heartbeat.Arrival;
import dev.playhead.ingest.heartbeat.EventTime;
import dev.playhead.ingest.heartbeat.Intake;
import dev.playhead.ingest.heartbeat.Verdict.Reason;
import dev.playhead.ingest.heartbeat.Verdict.Refused;
import dev.playhead.ingest.input.Errors;
import dev.playhead.ingest.input.Fields;
import dev.playhead.schemas.event.InteractionKind;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what is said of a share.
final class ShareReader {
    static final int CHANNEL_MAX = 64;

    private ShareReader() {}

    /// @param body null where there is none
    static Ruling<Deed> read(String student, @Nullable JsonNode body, Arrival arrival) {
        if (body == null) {
            return Ruling.granted(Deed.now(InteractionKind.SHARE, arrival));
        }
        Errors errors = new Errors();
        return Fields.of(body, errors)
                .map(fields -> read(student, fields, arrival, errors))
                .orElseGet(() -> Ruling.denied(Reason.INVALID, errors.problem()));
    }

    private static Ruling<Deed> read(String student, Fields fields, Arrival arrival, Errors errors) {
        Optional<Refused> another = Intake.anotherNamed(fields, student);
        if (another.isPresent()) {
            return new Ruling.Denied<>(another.get());
        }
        String channel = fields.text("channel", CHANNEL_MAX);
        EventTime time = EventTime.read(fields, arrival);
        UUID eventId = fields.uuid("event_id");
        return errors.isEmpty()
                ? Ruling.granted(new Deed(InteractionKind.SHARE, channel, time, eventId))
                : Ruling.denied(Reason.INVALID, errors.problem());
    }
}
