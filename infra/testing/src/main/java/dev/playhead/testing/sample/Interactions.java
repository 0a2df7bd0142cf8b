package dev.playhead.testing.sample;

import dev.playhead.schemas.event.InteractionKind;
import dev.playhead.schemas.event.ShortInteraction;
import dev.playhead.schemas.id.EventIds;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Builds what is done with shorts. Unless told otherwise, `ana` does it with `short1` of course
/// `demo` at [Heartbeats#START], and it is received as it occurs.
public final class Interactions {
    private static final long MS = 1_000;

    private final ShortInteraction.Builder interaction = ShortInteraction.newBuilder()
            .setStudentId("ana")
            .setMaterialId("short1")
            .setCourseId("demo")
            .setOccurredAt(Heartbeats.START.toEpochMilli())
            .setReceivedAt(Heartbeats.START.toEpochMilli());

    private @Nullable String eventId;

    private Interactions(InteractionKind kind) {
        interaction.setKind(kind);
    }

    public static Interactions interaction(InteractionKind kind) {
        return new Interactions(kind);
    }

    public static Interactions like() {
        return interaction(InteractionKind.LIKE);
    }

    public static Interactions unlike() {
        return interaction(InteractionKind.UNLIKE);
    }

    public static Interactions share() {
        return interaction(InteractionKind.SHARE);
    }

    public Interactions student(String id) {
        interaction.setStudentId(id);
        return this;
    }

    public Interactions of(String material) {
        interaction.setMaterialId(material);
        return this;
    }

    public Interactions course(@Nullable String id) {
        interaction.setCourseId(id);
        return this;
    }

    public Interactions channel(String channel) {
        interaction.setChannel(channel);
        return this;
    }

    /// When it occurred and was received, as seconds after [Heartbeats#START].
    public Interactions after(double seconds) {
        long at = Heartbeats.START.plusMillis(Math.round(seconds * MS)).toEpochMilli();
        interaction.setOccurredAt(at).setReceivedAt(at);
        return this;
    }

    /// For one that was late; after the time it occurred.
    public Interactions receivedAt(Instant time) {
        interaction.setReceivedAt(time.toEpochMilli());
        return this;
    }

    public Interactions eventId(String id) {
        eventId = id;
        return this;
    }

    /// One that was given no event id has one derived from all it says: the same, the same id.
    public ShortInteraction build() {
        String derived = EventIds.interaction(
                        interaction.getStudentId(),
                        interaction.getMaterialId(),
                        interaction.getKind().name(),
                        interaction.getOccurredAt())
                .toString();
        return interaction
                .setEventId(Objects.requireNonNullElse(eventId, derived))
                .build();
    }
}
