package dev.playhead.streams.topology;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.MaterialCompleted;
import dev.playhead.streams.progress.Fold;
import dev.playhead.streams.progress.WatchState;

/// What a heartbeat does: the fold's next state, and what follows from it.
final class Watching {
    private final Ledger ledger;
    private final Outbox outbox;
    private final CourseWork courses;
    private final ShortsWork shorts;

    Watching(Ledger ledger, Outbox outbox, CourseWork courses, ShortsWork shorts) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.courses = courses;
        this.shorts = shorts;
    }

    /// @return how many completions it announced
    int apply(Heartbeat heartbeat) {
        String student = heartbeat.getStudentId();
        StudentKey key = new StudentKey(student, heartbeat.getMaterialId());
        WatchState before = ledger.current(key, heartbeat.getCourseId());
        WatchState after = Fold.advance(before, heartbeat);
        ledger.change(key, before, after);
        int completions = courses.follow(heartbeat, before, after);
        shorts.follow(heartbeat, before, after);
        outbox.material(key, after);
        if (!after.isCompletedSince(before)) {
            return completions;
        }
        MaterialCompleted completed = Announcements.completion(after, heartbeat);
        outbox.completion(student, completed, Announcements.event(completed));
        return completions + 1;
    }
}
