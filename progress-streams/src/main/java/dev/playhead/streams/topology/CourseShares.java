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
import org.jspecify.annotations.Nullable;

/// How far a student is with each material of a course, without a look at each: what is known not
/// to have changed is kept with the course. Where the two differ the materials' states are right,
/// so whatever changes one of them makes the courses that kept its share forget it.
///
/// A course keeps the shares of materials that were last watched in it, or never. The one that is
/// being watched is not kept, or each of its heartbeats would write the course.
final class CourseShares {
    private final Ledger ledger;

    CourseShares(Ledger ledger) {
        this.ledger = ledger;
    }

    /// After a heartbeat took a material from one state to another.
    void follow(Heartbeat heartbeat, WatchState before, WatchState after) {
        String material = heartbeat.getMaterialId();
        if (before.isUnwatched() && !after.isUnwatched()) {
            // Any course may have kept that it was not begun.
            for (String course : ledger.coursesBegunBy(heartbeat.getStudentId())) {
                forget(new StudentKey(heartbeat.getStudentId(), course), material);
            }
            return;
        }
        String keeper = before.material().courseId();
        if (keeper != null
                && (!isSameShare(before, after)
                        || !keeper.equals(after.material().courseId()))) {
            forget(new StudentKey(heartbeat.getStudentId(), keeper), material);
        }
    }

    /// @param watched the material that is not kept
    Read read(StudentKey course, CourseState known, CourseOutline outline, String watched) {
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
            kept.add(isToBeKept(state, course.item()) && !material.equals(watched) ? read : null);
        }
        return new Read(all, KeptShares.of(kept));
    }

    private void forget(StudentKey key, String material) {
        Optional<CourseState> known = ledger.courseState(key);
        if (known.isEmpty()) {
            return;
        }
        CourseState state = known.get();
        CourseState fewer = ledger.outline(key.item())
                .map(outline -> state.without(outline, material))
                .orElseGet(state::withoutShares);
        if (fewer != state) {
            ledger.change(key, fewer);
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
    /// @param kept what of it holds until it is forgotten
    record Read(List<CourseShare> all, KeptShares kept) {}
}
