package dev.playhead.streams.topology;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.InteractionKind;
import dev.playhead.schemas.event.ResetProgress;
import dev.playhead.schemas.event.Segment;
import dev.playhead.schemas.event.ShortInteraction;
import dev.playhead.schemas.id.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What must be true of an activity, whoever wrote it. The API lets nothing else through; but
/// others can write to the topic, and a value that cannot be would stay in a student's state.
final class Soundness {
    private static final long DURATION_MS_MAX = Duration.ofDays(7).toMillis();
    private static final long FUTURE_MS_MAX = Duration.ofMinutes(10).toMillis();
    private static final double RATE_MAX = 16;
    private static final int SEGMENTS_MAX = 1_000;
    private static final int PERCENT_MAX = 100;

    private final List<String> wrong = new ArrayList<>();

    private Soundness() {}

    /// What is wrong with it; empty where nothing is.
    static List<String> of(Heartbeat heartbeat, @Nullable String key) {
        Soundness soundness = new Soundness();
        soundness.student(heartbeat.getStudentId(), key);
        soundness.check(heartbeat);
        return List.copyOf(soundness.wrong);
    }

    static List<String> of(ShortInteraction interaction, @Nullable String key) {
        Soundness soundness = new Soundness();
        soundness.student(interaction.getStudentId(), key);
        soundness.check(interaction);
        return List.copyOf(soundness.wrong);
    }

    static List<String> of(ResetProgress reset, @Nullable String key) {
        Soundness soundness = new Soundness();
        soundness.student(reset.getStudentId(), key);
        soundness.within("occurred_at", reset.getOccurredAt(), 1, Long.MAX_VALUE);
        switch (reset.getScope()) {
            case ALL -> {}
            case COURSE -> soundness.id("course_id", reset.getCourseId());
            case MATERIAL -> soundness.material(reset.getMaterialId());
            case UNKNOWN -> soundness.wrong.add("scope is none that is known");
        }
        return List.copyOf(soundness.wrong);
    }

    private void check(Heartbeat heartbeat) {
        long durationMs = heartbeat.getDurationMs();
        material(heartbeat.getMaterialId());
        if (heartbeat.getCourseId() != null) {
            id("course_id", heartbeat.getCourseId());
        }
        within("duration_ms", durationMs, 1, DURATION_MS_MAX);
        within("position_ms", heartbeat.getPositionMs(), 0, durationMs);
        if (heartbeat.getFurthestMs() != null) {
            within("furthest_ms", heartbeat.getFurthestMs(), 0, durationMs);
        }
        within("occurred_at", heartbeat.getOccurredAt(), 1, heartbeat.getReceivedAt() + FUTURE_MS_MAX);
        within("completion_threshold", heartbeat.getCompletionThreshold(), 1, PERCENT_MAX);
        Double rate = heartbeat.getPlaybackRate();
        if (rate != null && !(rate >= 0 && rate <= RATE_MAX)) {
            wrong.add("playback_rate " + rate + " is not within 0 and " + RATE_MAX);
        }
        within("the number of segments played", heartbeat.getPlayed().size(), 0, SEGMENTS_MAX);
        for (Segment segment : heartbeat.getPlayed()) {
            within("the end of a segment played", segment.getToMs(), 0, durationMs);
            within("the beginning of a segment played", segment.getFromMs(), 0, segment.getToMs());
        }
    }

    private void check(ShortInteraction interaction) {
        material(interaction.getMaterialId());
        if (interaction.getCourseId() != null) {
            id("course_id", interaction.getCourseId());
        }
        within("occurred_at", interaction.getOccurredAt(), 1, interaction.getReceivedAt() + FUTURE_MS_MAX);
        if (interaction.getKind() == InteractionKind.UNKNOWN) {
            wrong.add("kind is none that is known");
        }
    }

    private void student(String student, @Nullable String key) {
        if (!Ids.isStudent(student)) {
            wrong.add("student_id is none");
        } else if (!student.equals(key)) {
            wrong.add("student_id is not the record's key");
        }
    }

    private void material(@Nullable String material) {
        if (material == null || !Ids.isMaterial(material)) {
            wrong.add("material_id is none");
        }
    }

    private void id(String field, @Nullable String id) {
        if (id == null || !Ids.isOther(id)) {
            wrong.add(field + " is none");
        }
    }

    private void within(String field, long value, long min, long max) {
        if (value < min || value > max) {
            wrong.add(field + " " + value + " is not within " + min + " and " + max);
        }
    }
}
