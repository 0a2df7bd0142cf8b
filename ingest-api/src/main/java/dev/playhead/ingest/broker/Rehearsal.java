package dev.playhead.ingest.broker;

import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.CompletionSettings;
import dev.playhead.schemas.event.Course;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.HeartbeatSource;
import dev.playhead.schemas.event.InteractionKind;
import dev.playhead.schemas.event.MaterialKind;
import dev.playhead.schemas.event.PlaybackEvent;
import dev.playhead.schemas.event.ShortInteraction;
import dev.playhead.schemas.topic.Topics;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/// Writes one event of each kind to bytes, and reads it back. From then on the serde knows the
/// registry's ids, and a registry that goes away later keeps nobody from writing.
final class Rehearsal {
    private static final String NOBODY = "nobody";

    private Rehearsal() {}

    static void of(Serde<SpecificRecord> events, Topics topics) {
        thereAndBack(events, topics.activity().name(), heartbeat());
        thereAndBack(events, topics.activity().name(), interaction());
        thereAndBack(events, topics.catalog().name(), course());
    }

    private static void thereAndBack(Serde<SpecificRecord> events, String topic, SpecificRecord event) {
        byte[] bytes = events.serializer().serialize(topic, event);
        if (!event.equals(events.deserializer().deserialize(topic, bytes))) {
            throw new IllegalArgumentException(
                    "a " + event.getSchema().getName() + " that is written is not what is read");
        }
    }

    private static Heartbeat heartbeat() {
        return Heartbeat.newBuilder()
                .setEventId(NOBODY)
                .setStudentId(NOBODY)
                .setMaterialId(NOBODY)
                .setKind(MaterialKind.VIDEO)
                .setEvent(PlaybackEvent.CLOSED)
                .setPositionMs(0)
                .setDurationMs(1)
                .setPlayed(List.of())
                .setOccurredAt(0)
                .setReceivedAt(0)
                .setSource(HeartbeatSource.PLAYER)
                .setCompletionRule(CompletionRule.POSITION)
                .setCompletionThreshold(1)
                .build();
    }

    private static ShortInteraction interaction() {
        return new ShortInteraction(NOBODY, NOBODY, NOBODY, null, InteractionKind.SHARE, null, 0L, 0L);
    }

    private static Course course() {
        CompletionSettings completion = new CompletionSettings(CompletionRule.POSITION, 1, 1);
        return new Course(NOBODY, 1L, NOBODY, completion, List.of(), 0L);
    }
}
