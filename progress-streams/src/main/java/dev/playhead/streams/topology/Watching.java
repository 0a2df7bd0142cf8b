package dev.playhead.streams.topology;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.MaterialCompleted;
import dev.playhead.schemas.id.ProgressKey;
import dev.playhead.streams.progress.Fold;
import dev.playhead.streams.progress.WatchState;

/// What a heartbeat does: the fold's next state, and what follows from it.
final class Watching {
    private final Ledger ledger;
    private final Outbox outbox;
    private final CourseWork courses;

    Watching(Ledger ledger, Outbox outbox, CourseWork courses) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.courses = courses;
    }

    /// @return how many completions it announced
    int apply(Heartbeat heartbeat) {
        String student = heartbeat.getStudentId();
        StudentKey key = new StudentKey(student, heartbeat.getMaterialId());
        WatchState before = before(key, heartbeat);
        WatchState after = Fold.advance(before, heartbeat);
        if (!after.equals(before)) {
            ledger.change(key, after);
        }
        int completions = courses.follow(heartbeat, before, after);
        say(key, after);
        if (!after.isCompletedSince(before)) {
            return completions;
        }
        MaterialCompleted completed = Announcements.completion(after, heartbeat);
        outbox.completion(student, completed, Announcements.event(completed));
        return completions + 1;
    }

    private WatchState before(StudentKey key, Heartbeat heartbeat) {
        WatchState stored = ledger.watchState(key).orElseGet(WatchState::initial);
        return stored.isUnwatched() ? stored.under(ledger.marker(key.student(), heartbeat.getCourseId())) : stored;
    }

    /// Said after every heartbeat, one that changed nothing included, so that a reader can tell
    /// whether it was seen.
    private void say(StudentKey key, WatchState state) {
        ProgressKey progress = new ProgressKey.OfMaterial(key.student(), key.item());
        if (state.isUnwatched()) {
            outbox.noProgress(progress);
        } else {
            outbox.progress(progress, Announcements.progress(key, state));
        }
    }
}
