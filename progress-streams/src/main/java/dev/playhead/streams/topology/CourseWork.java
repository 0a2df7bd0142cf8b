package dev.playhead.streams.topology;

import dev.playhead.schemas.event.CourseCompleted;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.id.ProgressKey;
import dev.playhead.streams.progress.CourseOutline;
import dev.playhead.streams.progress.CourseShare;
import dev.playhead.streams.progress.CourseState;
import dev.playhead.streams.progress.WatchState;
import java.util.List;
import java.util.Optional;

/// Keeps a student's course up with its materials. A course is looked at as a whole, which costs a
/// look at each of its materials, when one of them was begun, completed, reset or came into its
/// next tenth, and when the catalog has changed it; not at every heartbeat.
final class CourseWork {
    private static final int TENTH = 1_000;

    private final Ledger ledger;
    private final Outbox outbox;

    CourseWork(Ledger ledger, Outbox outbox) {
        this.ledger = ledger;
        this.outbox = outbox;
    }

    /// @return how many completions it announced
    int follow(Heartbeat heartbeat, WatchState before, WatchState after) {
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
        Optional<CourseOutline> outline = ledger.outline(key.item());
        if (known.isPresent() && outline.isPresent()) {
            look(key, known.get(), outline.get(), at);
        }
    }

    private CourseState state(StudentKey key) {
        return ledger.courseState(key).orElseGet(() -> CourseState.begin(ledger.marker(key.student(), null)));
    }

    private int look(StudentKey key, CourseState known, CourseOutline outline, long at) {
        List<CourseShare> shares = outline.materials().stream()
                .map(material -> share(key.student(), material))
                .toList();
        CourseState now = known.held(outline, shares, at);
        ledger.change(key, now);
        outbox.progress(new ProgressKey.OfCourse(key.student(), key.item()), Announcements.progress(key, now, shares));
        if (!now.isCompletedSince(known)) {
            return 0;
        }
        CourseCompleted completed = Announcements.completion(key, now, shares.size(), at);
        outbox.completion(key.student(), completed, Announcements.event(completed));
        return 1;
    }

    private CourseShare share(String student, String material) {
        return CourseShare.of(
                material, ledger.watchState(new StudentKey(student, material)).orElseGet(WatchState::initial));
    }

    private static boolean hasMoved(WatchState before, WatchState after) {
        return before.isUnwatched() != after.isUnwatched()
                || before.isCompleted() != after.isCompleted()
                || before.progressBasisPoints() / TENTH != after.progressBasisPoints() / TENTH;
    }
}
