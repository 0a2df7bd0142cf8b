package dev.playhead.ingest.xapi;

import dev.playhead.ingest.catalog.Stamp;
import dev.playhead.ingest.heartbeat.Report;
import dev.playhead.ingest.heartbeat.Stamping;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.HeartbeatSource;
import dev.playhead.schemas.event.PlaybackEvent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes heartbeats of a statement.
///
/// What was watched is left to the positions. The profile's `played-segments` are all that was
/// played since the session began, and a heartbeat's are those since the last one: passed on, each
/// pause would count the session once more. Instead each statement that ends a stretch of playing
/// says where, each that begins one says that nothing was played before it, and of a seek both are
/// said: the one at `time-from`, the other at `time-to`.
final class Translation {
    /// So that a seek's end comes after its beginning also where it goes back.
    private static final long JUST_BEFORE_MS = 1;

    private final String student;
    private final String video;
    private final Statement statement;
    private final Stamp stamp;
    private final long receivedAt;

    private Translation(String student, String video, Statement statement, Stamp stamp, long receivedAt) {
        this.student = student;
        this.video = video;
        this.statement = statement;
        this.stamp = stamp;
        this.receivedAt = receivedAt;
    }

    /// In the order in which they occurred; none of a player that only says that it is there.
    static List<Heartbeat> heartbeats(String student, String video, Statement statement, Stamp stamp, long receivedAt) {
        return new Translation(student, video, statement, stamp, receivedAt).heartbeats();
    }

    private List<Heartbeat> heartbeats() {
        Long at = statement.positionMs();
        if (at == null) {
            return List.of();
        }
        return switch (statement.verb()) {
            case INITIALIZED, PLAYED -> List.of(begins(PlaybackEvent.PLAYING, at));
            case INTERACTED -> List.of(goesOn(PlaybackEvent.PLAYING, at));
            case PAUSED -> List.of(goesOn(PlaybackEvent.PAUSED, at));
            case COMPLETED -> List.of(goesOn(PlaybackEvent.ENDED, at));
            case TERMINATED -> List.of(goesOn(PlaybackEvent.CLOSED, at));
            case SEEKED -> seeked(statement.fromMs(), at);
        };
    }

    private List<Heartbeat> seeked(@Nullable Long from, long to) {
        Heartbeat landed = begins(PlaybackEvent.SEEKED, to);
        return from == null ? List.of(landed) : List.of(left(from), landed);
    }

    private Heartbeat begins(PlaybackEvent event, long positionMs) {
        return heartbeat(report(event, positionMs, true));
    }

    private Heartbeat goesOn(PlaybackEvent event, long positionMs) {
        return heartbeat(report(event, positionMs, false));
    }

    private Heartbeat left(long positionMs) {
        Long saidAt = statement.saidAt();
        return heartbeat(new Report(
                positionMs,
                statement.durationMs(),
                PlaybackEvent.PLAYING,
                statement.sessionId(),
                null,
                null,
                null,
                List.of(),
                false,
                statement.occurredAt() - JUST_BEFORE_MS,
                saidAt == null ? null : Long.valueOf(saidAt - JUST_BEFORE_MS),
                null));
    }

    private Report report(PlaybackEvent event, long positionMs, boolean isPlayedKnown) {
        return new Report(
                positionMs,
                statement.durationMs(),
                event,
                statement.sessionId(),
                null,
                null,
                null,
                List.of(),
                isPlayedKnown,
                statement.occurredAt(),
                statement.saidAt(),
                eventId());
    }

    private @Nullable String eventId() {
        UUID id = statement.id();
        return id == null ? null : id.toString();
    }

    private Heartbeat heartbeat(Report report) {
        return Stamping.heartbeat(student, video, report, stamp, receivedAt, HeartbeatSource.XAPI);
    }
}
