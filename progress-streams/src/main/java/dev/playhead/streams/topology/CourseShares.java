package dev.playhead.streams.topology;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.streams.progress.CourseOutline;
import dev.playhead.streams.progress.CourseShare;
import dev.playhead.streams.progress.CourseState;
import dev.playhead.streams.progress.KeptShares;
import dev.playhead.streams.progress.WatchState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// How far a student is with each material of a course, without a look at each: the shares are kept
/// with the course, and follow the materials' states. Where the two would differ the states are right.
///
/// A course keeps the shares of materials that were last watched in it, or never. Of these it stores
/// what seldom changes ([KeptShares]), or each heartbeat would write the course.
final class CourseShares {
    private final Ledger ledger;

    CourseShares(Ledger ledger) {
        this.ledger = ledger;
    }

    /// After a heartbeat took a material from one state to another.
    void follow(Heartbeat heartbeat, WatchState before, WatchState after) {
        String student = heartbeat.getStudentId();
        String material = heartbeat.getMaterialId();
        if (before.isUnwatched() && !after.isUnwatched()) {
            // Any course may have kept that it was not begun.
            for (String course : ledger.coursesBegunBy(student)) {
                forget(new StudentKey(student, course), material);
            }
            return;
        }
        String keeper = before.material().courseId();
        if (keeper == null) {
            return;
        }
        if (!keeper.equals(after.material().courseId())) {
            forget(new StudentKey(student, keeper), material);
        } else if (!isSameShare(before, after)) {
            keep(new StudentKey(student, keeper), CourseShare.of(material, after));
        }
    }

    Read read(StudentKey course, CourseState known, CourseOutline outline) {
        List<CourseShare> all = new ArrayList<>(outline.materials().size());
        List<@Nullable CourseShare> kept = new ArrayList<>(outline.materials().size());
        boolean isKnown = known.isOf(outline);
        for (int place = 0; place < outline.materials().size(); place++) {
            String material = outline.materials().get(place);
            CourseShare share = isKnown ? known.shares().of(place, material) : null;
            if (share != null) {
                all.add(share);
                kept.add(share);
                continue;
            }
            WatchState state = state(course.student(), material);
            CourseShare read = CourseShare.of(material, state);
            all.add(read);
            kept.add(isToBeKept(state, course.item()) ? read : null);
        }
        return new Read(all, KeptShares.of(kept));
    }

    private void keep(StudentKey key, CourseShare share) {
        change(key, (state, outline) -> state.with(outline, share));
    }

    private void forget(StudentKey key, String material) {
        change(key, (state, outline) -> state.without(outline, material));
    }

    private void change(StudentKey key, BiFunction<CourseState, CourseOutline, CourseState> change) {
        Optional<CourseState> known = ledger.courseState(key);
        if (known.isEmpty()) {
            return;
        }
        CourseState state = known.get();
        CourseState changed = ledger.outline(key.item())
                .map(outline -> change.apply(state, outline))
                .orElseGet(state::withoutShares);
        if (changed != state) {
            ledger.change(key, changed);
        }
    }

    private WatchState state(String student, String material) {
        return ledger.watchState(new StudentKey(student, material)).orElseGet(WatchState::initial);
    }

    private static boolean isToBeKept(WatchState state, String course) {
        return state.isUnwatched() || Objects.equals(state.material().courseId(), course);
    }

    private static boolean isSameShare(WatchState before, WatchState after) {
        return before.isCompleted() == after.isCompleted()
                && before.progressBasisPoints() == after.progressBasisPoints();
    }

    /// @param all in course order
    /// @param kept what of it the course keeps
    record Read(List<CourseShare> all, KeptShares kept) {}
}
