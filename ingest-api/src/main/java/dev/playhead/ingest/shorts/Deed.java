package dev.playhead.ingest.shorts;

import dev.playhead.ingest.heartbeat.Arrival;
import dev.playhead.ingest.heartbeat.EventTime;
import dev.playhead.schemas.event.InteractionKind;
import dev.playhead.schemas.event.ShortInteraction;
import dev.playhead.schemas.id.EventIds;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a student did with a short other than watch it.
///
/// @param channel where it was shared to, if the client said
/// @param eventId the client's, if it gave one
record Deed(
        InteractionKind kind,
        @Nullable String channel,
        EventTime time,
        @Nullable UUID eventId) {
    /// As it came in, and without another word.
    static Deed now(InteractionKind kind, Arrival arrival) {
        return new Deed(kind, null, new EventTime(arrival.receivedAt(), null), null);
    }

    /// @param course that the short is of, where that is known
    ShortInteraction of(String student, String id, @Nullable String course, Arrival arrival) {
        return new ShortInteraction(
                eventId(student, id, arrival).toString(),
                student,
                id,
                course,
                kind,
                channel,
                time.occurredAt(),
                arrival.receivedAt());
    }

    /// From what the client said and not from what was made of it, so that a retry has the same.
    private UUID eventId(String student, String id, Arrival arrival) {
        if (eventId != null) {
            return eventId;
        }
        Long saidAt = time.saidAt();
        return EventIds.interaction(student, id, kind.name(), saidAt == null ? arrival.receivedAt() : saidAt);
    }
}
