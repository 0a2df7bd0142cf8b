package dev.playhead.streams.topology;

import dev.playhead.schemas.event.Audience;
import dev.playhead.schemas.event.AudienceCurve;
import dev.playhead.schemas.event.AudienceDay;
import dev.playhead.schemas.event.CourseCompleted;
import dev.playhead.schemas.event.CourseProgress;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.MaterialCompleted;
import dev.playhead.schemas.event.MaterialProgress;
import dev.playhead.schemas.event.MaterialShare;
import dev.playhead.schemas.event.ShortsSession;
import dev.playhead.schemas.id.EventIds;
import dev.playhead.streams.audience.Curve;
import dev.playhead.streams.audience.Daily;
import dev.playhead.streams.audience.Total;
import dev.playhead.streams.progress.CourseShare;
import dev.playhead.streams.progress.CourseState;
import dev.playhead.streams.progress.WatchState;
import dev.playhead.streams.shorts.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// What is said after a step of the fold: plain functions of what was and what is.
final class Announcements {
    private Announcements() {}

    static MaterialProgress progress(StudentKey key, WatchState state) {
        // Not by its builder, which checks each field against the schema: this is said at every heartbeat.
        return new MaterialProgress(
                key.student(),
                key.item(),
                state.material().courseId(),
                state.material().kind(),
                state.positionMs(),
                state.furthestMs(),
                state.material().durationMs(),
                state.watchedMs(),
                state.firstWatchedAt(),
                state.lastWatchedAt(),
                state.completedAt(),
                state.attempt(),
                state.engagement().isLiked(),
                !state.isUnwatched());
    }

    static CourseProgress progress(StudentKey key, CourseState state, List<CourseShare> shares) {
        List<MaterialShare> materials = new ArrayList<>(shares.size());
        for (CourseShare share : shares) {
            materials.add(new MaterialShare(share.material(), share.basisPoints(), share.isCompleted()));
        }
        return new CourseProgress(
                key.student(),
                key.item(),
                materials,
                CourseShare.overallBasisPoints(shares),
                state.completedAt(),
                state.marker().attempt());
    }

    static ShortsSession session(String student, Session session) {
        return new ShortsSession(
                student,
                session.startedAt(),
                session.lastSeenAt(),
                session.shorts().size(),
                session.completed(),
                session.swipesUp(),
                session.swipesDown(),
                session.watchedMs(),
                session.current());
    }

    static Audience audience(String material, Total all) {
        return new Audience(
                material,
                all.viewers(),
                all.completions(),
                all.likes(),
                all.shares(),
                all.views(),
                all.watchedMs(),
                all.furthestBasisPoints(),
                all.curves().all().stream().map(Announcements::curve).toList());
    }

    private static AudienceCurve curve(Curve curve) {
        return new AudienceCurve(curve.buckets(), curve.retention(), curve.heat(), curve.exits());
    }

    /// @param day since 1970-01-01
    static AudienceDay day(String material, long day, Daily all) {
        return new AudienceDay(
                material, LocalDate.ofEpochDay(day), all.views(), all.viewers(), all.completions(), all.watchedMs());
    }

    /// @param completed the state that the heartbeat completed
    static MaterialCompleted completion(WatchState completed, Heartbeat heartbeat) {
        String student = heartbeat.getStudentId();
        String material = heartbeat.getMaterialId();
        return MaterialCompleted.newBuilder()
                .setEventId(EventIds.materialCompleted(student, material, completed.attempt())
                        .toString())
                .setStudentId(student)
                .setMaterialId(material)
                .setCourseId(heartbeat.getCourseId())
                .setKind(heartbeat.getKind())
                .setAttempt(completed.attempt())
                .setCompletedAt(Instant.ofEpochMilli(heartbeat.getOccurredAt()))
                .setDurationMs(heartbeat.getDurationMs())
                .setFurthestMs(completed.furthestMs())
                .setWatchedMs(completed.watchedMs())
                .setCompletionRule(heartbeat.getCompletionRule())
                .setCompletionThreshold(heartbeat.getCompletionThreshold())
                .setHeartbeatId(heartbeat.getEventId())
                .build();
    }

    static CourseCompleted completion(StudentKey key, CourseState completed, int materials, long at) {
        int attempt = completed.marker().attempt();
        return CourseCompleted.newBuilder()
                .setEventId(EventIds.courseCompleted(key.student(), key.item(), attempt)
                        .toString())
                .setStudentId(key.student())
                .setCourseId(key.item())
                .setAttempt(attempt)
                .setCompletedAt(Instant.ofEpochMilli(at))
                .setMaterials(materials)
                .build();
    }

    static CloudEvent event(MaterialCompleted fact) {
        return new CloudEvent(
                fact.getEventId(),
                CloudEvent.MATERIAL_COMPLETED,
                fact.getStudentId() + "/" + fact.getMaterialId(),
                fact.getCompletedAt());
    }

    static CloudEvent event(CourseCompleted fact) {
        return new CloudEvent(
                fact.getEventId(),
                CloudEvent.COURSE_COMPLETED,
                fact.getStudentId() + "/" + fact.getCourseId(),
                fact.getCompletedAt());
    }
}
