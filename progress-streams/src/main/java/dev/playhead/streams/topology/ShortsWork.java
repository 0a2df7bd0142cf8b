package dev.playhead.streams.topology;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.MaterialKind;
import dev.playhead.schemas.id.ProgressKey;
import dev.playhead.streams.progress.WatchState;
import dev.playhead.streams.shorts.Session;
import dev.playhead.streams.shorts.Sight;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Keeps a student's sessions with shorts.
final class ShortsWork {
    private final SessionStore sessions;
    private final Outbox outbox;

    ShortsWork(SessionStore sessions, Outbox outbox) {
        this.sessions = sessions;
        this.outbox = outbox;
    }

    /// After a heartbeat took a material from one state to another.
    void follow(Heartbeat heartbeat, WatchState before, WatchState after) {
        if (heartbeat.getKind() != MaterialKind.SHORT || before.marker().isBehind(heartbeat.getOccurredAt())) {
            return;
        }
        List<Session> near = sessions.near(heartbeat.getStudentId(), heartbeat.getOccurredAt())
                .reversed();
        change(heartbeat.getStudentId(), near, Optional.of(Session.of(near, Sight.of(heartbeat, before, after))));
    }

    /// After materials were reset: what was done with them is no longer in any session.
    void takeOut(String student, Set<String> materials) {
        for (Session session : sessions.of(student)) {
            change(student, List.of(session), session.without(materials));
        }
    }

    /// @param before what becomes one, or nothing; each goes away that does not begin as that does
    private void change(String student, List<Session> before, Optional<Session> after) {
        if (after.isPresent() && before.equals(List.of(after.get()))) {
            return;
        }
        for (Session gone : before) {
            if (after.isEmpty() || gone.startedAt() != after.get().startedAt()) {
                sessions.remove(student, gone);
                outbox.noSession(new ProgressKey.OfSession(student, gone.startedAt()));
            }
        }
        after.ifPresent(session -> {
            sessions.put(student, session);
            outbox.session(
                    new ProgressKey.OfSession(student, session.startedAt()), Announcements.session(student, session));
        });
    }
}
