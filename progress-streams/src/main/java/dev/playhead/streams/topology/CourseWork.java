package dev.playhead.streams.topology;

import dev.playhead.schemas.event.CourseCompleted;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.id.ProgressKey;
import dev.playhead.streams.progress.CourseOutline;
import dev.playhead.streams.progress.CourseState;
import dev.playhead.streams.progress.WatchState;
import java.util.Optional;

/// Keeps a student's course up with its materials. A course is looked at as a whole when one of
/// them was begun, completed, reset or came into its next tenth, and when the catalog has changed
/// it; not at every heartbeat.
final class CourseWork {
    private static final int TENTH = 1_000;

    private final Ledger ledger;
    private final Outbox outbox;
    private final CourseShares shares;

    CourseWork(Ledger ledger, Outbox outbox) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.shares = new CourseShares(ledger);
    }

    /// @return how many completions it announced
    int follow(Heartbeat heartbeat, WatchState before, WatchState after) {
        shares.follow(heartbeat, before, after);
        String course = heartbeat.getCourseId();
        Optional<CourseOutline> outline = course == null ? Optional.empty() : ledger.outline(course);
        if (course == null || outline.isEmpty()) {
            return 0;
        }
        StudentKey key = new StudentKey(heartbeat.getStudentId(), course);
        CourseState known = state(key);
        return hasMoved(before, after) || known.version() != outline.get().version()
                ? look(key, known, outline.get(), heartbeat.getOccurredAt())
                : 0;
    }

    /// After a material of the course was reset.
    void lookAgain(StudentKey key, long at) {
        Optional<CourseState> known = ledger.courseState(key);
        if (known.isEmpty()) {
            return;
        }
        CourseState afresh = known.get().withoutShares();
        Optional<CourseOutline> outline = ledger.outline(key.item());
        if (outline.isPresent()) {
            look(key, afresh, outline.get(), at);
        } else {
            ledger.change(key, afresh);
        }
    }

    private CourseState state(StudentKey key) {
        return ledger.courseState(key).orElseGet(() -> CourseState.begin(ledger.marker(key.student(), null)));
    }

    private int look(StudentKey key, CourseState known, CourseOutline outline, long at) {
        CourseShares.Read read = shares.read(key, known, outline);
        CourseState now = known.held(outline, read.all(), at).keeping(read.kept());
        ledger.change(key, now);
        outbox.progress(
                new ProgressKey.OfCourse(key.student(), key.item()), Announcements.progress(key, now, read.all()));
        if (!now.isCompletedSince(known)) {
            return 0;
        }
        CourseCompleted completed =
                Announcements.completion(key, now, read.all().size(), at);
        outbox.completion(key.student(), completed, Announcements.event(completed));
        return 1;
    }

    private static boolean hasMoved(WatchState before, WatchState after) {
        return before.isUnwatched() != after.isUnwatched()
                || before.isCompleted() != after.isCompleted()
                || before.progressBasisPoints() / TENTH != after.progressBasisPoints() / TENTH;
    }
}
