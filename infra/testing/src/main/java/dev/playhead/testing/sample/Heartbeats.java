package dev.playhead.testing.sample;

import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.HeartbeatSource;
import dev.playhead.schemas.event.MaterialKind;
import dev.playhead.schemas.event.PlaybackEvent;
import dev.playhead.schemas.event.Segment;
import dev.playhead.schemas.event.Swipe;
import dev.playhead.schemas.serde.Events;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Builds heartbeats. Unless told otherwise, `ana` watches `video123` of course `demo`, 600 s long
/// and completed at 80 %, and the heartbeat is received as it occurs.
public final class Heartbeats {
    /// When a heartbeat occurred that does not say.
    public static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    private static final long MS = 1_000;

    static {
        // Tests copy what is built here, whichever of them runs first.
        Events.trust();
    }

    private final Heartbeat.Builder heartbeat = Heartbeat.newBuilder()
            .setStudentId("ana")
            .setMaterialId("video123")
            .setCourseId("demo")
            .setKind(MaterialKind.VIDEO)
            .setEvent(PlaybackEvent.PLAYING)
            .setPositionMs(0)
            .setDurationMs(600 * MS)
            .setPlayed(List.of())
            .setOccurredAt(START.toEpochMilli())
            .setReceivedAt(START.toEpochMilli())
            .setSource(HeartbeatSource.PLAYER)
            .setCompletionRule(CompletionRule.POSITION)
            .setCompletionThreshold(80);

    private final List<Segment> played = new ArrayList<>();
    private boolean keepsPlayed;
    private @Nullable String eventId;

    private Heartbeats() {}

    public static Heartbeats heartbeat() {
        return new Heartbeats();
    }

    /// A heartbeat at a position, for where nothing else matters.
    public static Heartbeat at(double positionSeconds) {
        return heartbeat().position(positionSeconds).build();
    }

    public Heartbeats student(String id) {
        heartbeat.setStudentId(id);
        return this;
    }

    public Heartbeats video(String id) {
        heartbeat.setMaterialId(id);
        return this;
    }

    /// A short, completed at 95 %.
    public Heartbeats shortVideo(String id) {
        heartbeat
                .setMaterialId(id)
                .setKind(MaterialKind.SHORT)
                .setSource(HeartbeatSource.SHORTS)
                .setCompletionThreshold(95);
        return this;
    }

    public Heartbeats course(String id) {
        heartbeat.setCourseId(id);
        return this;
    }

    /// As for a material that the catalog did not know.
    public Heartbeats noCourse() {
        heartbeat.clearCourseId();
        return this;
    }

    public Heartbeats position(double seconds) {
        heartbeat.setPositionMs(ms(seconds));
        return this;
    }

    public Heartbeats furthest(double seconds) {
        heartbeat.setFurthestMs(ms(seconds));
        return this;
    }

    public Heartbeats duration(double seconds) {
        heartbeat.setDurationMs(ms(seconds));
        return this;
    }

    public Heartbeats event(PlaybackEvent event) {
        heartbeat.setEvent(event);
        return this;
    }

    public Heartbeats session(String id, long sequence) {
        heartbeat.setSessionId(id).setSequence(sequence);
        return this;
    }

    /// Of a client that does not count.
    public Heartbeats session(String id) {
        heartbeat.setSessionId(id);
        return this;
    }

    public Heartbeats device(String id) {
        heartbeat.setDeviceId(id);
        return this;
    }

    public Heartbeats playbackRate(double rate) {
        heartbeat.setPlaybackRate(rate);
        return this;
    }

    /// Adds a segment.
    public Heartbeats played(double fromSeconds, double toSeconds) {
        played.add(new Segment(ms(fromSeconds), ms(toSeconds)));
        return playedNothingElse();
    }

    /// As of a client that keeps what was played.
    public Heartbeats playedNothingElse() {
        keepsPlayed = true;
        return this;
    }

    /// When it occurred and, with no delay, was received.
    public Heartbeats occurredAt(Instant time) {
        heartbeat.setOccurredAt(time.toEpochMilli()).setReceivedAt(time.toEpochMilli());
        return this;
    }

    /// The same, as seconds after [#START].
    public Heartbeats after(double seconds) {
        return occurredAt(START.plusMillis(ms(seconds)));
    }

    /// For one that was late; after the time it occurred.
    public Heartbeats receivedAt(Instant time) {
        heartbeat.setReceivedAt(time.toEpochMilli());
        return this;
    }

    public Heartbeats source(HeartbeatSource source) {
        heartbeat.setSource(source);
        return this;
    }

    /// Left so; shorts only.
    public Heartbeats swipe(@Nullable Swipe swipe) {
        heartbeat.setSwipe(swipe);
        return this;
    }

    public Heartbeats completion(CompletionRule rule, int threshold) {
        heartbeat.setCompletionRule(rule).setCompletionThreshold(threshold);
        return this;
    }

    public Heartbeats eventId(String id) {
        eventId = id;
        return this;
    }

    /// One that was given no event id has one derived from all it says: the same heartbeat, the same id.
    public Heartbeat build() {
        heartbeat.setPlayed(List.copyOf(played)).setPlayedKnown(keepsPlayed).setEventId("");
        byte[] said = heartbeat.build().toString().getBytes(StandardCharsets.UTF_8);
        String derived = UUID.nameUUIDFromBytes(said).toString();
        return heartbeat
                .setEventId(Objects.requireNonNullElse(eventId, derived))
                .build();
    }

    private static long ms(double seconds) {
        return Math.round(seconds * MS);
    }
}
