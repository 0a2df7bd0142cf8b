package dev.playhead.streams.topology;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.MaterialCompleted;
import dev.playhead.schemas.event.MaterialProgress;
import dev.playhead.schemas.id.EventIds;
import dev.playhead.streams.progress.WatchState;
import java.time.Instant;
import java.util.Optional;

/// What is said after a step of the fold: plain functions of what was and what is.
final class Announcements {
    /// Seconds watched are not counted yet: a heartbeat's word for them needs a bound by real time
    /// first, or a client could say anything.
    private static final long WATCHED_MS = 0;

    private Announcements() {}

    /// Said after every heartbeat, one that changed nothing included.
    static MaterialProgress progress(WatchState state, Heartbeat heartbeat) {
        return MaterialProgress.newBuilder()
                .setStudentId(heartbeat.getStudentId())
                .setMaterialId(heartbeat.getMaterialId())
                .setCourseId(state.material().courseId())
                .setKind(state.material().kind())
                .setPositionMs(state.positionMs())
                .setFurthestMs(state.furthestMs())
                .setDurationMs(state.material().durationMs())
                .setWatchedMs(WATCHED_MS)
                .setFirstWatchedAt(state.firstWatchedAt())
                .setLastWatchedAt(state.lastWatchedAt())
                .setCompletedAt(state.completedAt())
                .setAttempt(state.attempt())
                .build();
    }

    /// Said at the step that completed the material, and at no other.
    static Optional<MaterialCompleted> completion(WatchState before, WatchState after, Heartbeat heartbeat) {
        Long completedAt = after.completedAt();
        if (completedAt == null || !after.isCompletedSince(before)) {
            return Optional.empty();
        }
        String student = heartbeat.getStudentId();
        String material = heartbeat.getMaterialId();
        return Optional.of(MaterialCompleted.newBuilder()
                .setEventId(EventIds.materialCompleted(student, material, after.attempt())
                        .toString())
                .setStudentId(student)
                .setMaterialId(material)
                .setCourseId(heartbeat.getCourseId())
                .setKind(heartbeat.getKind())
                .setAttempt(after.attempt())
                .setCompletedAt(Instant.ofEpochMilli(completedAt))
                .setDurationMs(heartbeat.getDurationMs())
                .setFurthestMs(after.furthestMs())
                .setWatchedMs(WATCHED_MS)
                .setCompletionRule(heartbeat.getCompletionRule())
                .setCompletionThreshold(heartbeat.getCompletionThreshold())
                .setHeartbeatId(heartbeat.getEventId())
                .build());
    }
}
