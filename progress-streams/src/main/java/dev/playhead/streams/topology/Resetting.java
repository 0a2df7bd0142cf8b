package dev.playhead.streams.topology;

import dev.playhead.schemas.event.ResetProgress;
import dev.playhead.schemas.id.ProgressKey;
import dev.playhead.streams.progress.CourseState;
import dev.playhead.streams.progress.WatchState;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a reset does: what it is about begins anew, and what occurred before it no longer counts,
/// for what was never watched too.
final class Resetting {
    private final Ledger ledger;
    private final Outbox outbox;
    private final CourseWork courses;
    private final ShortsWork shorts;

    Resetting(Ledger ledger, Outbox outbox, CourseWork courses, ShortsWork shorts) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.courses = courses;
        this.shorts = shorts;
    }

    void apply(ResetProgress reset) {
        switch (reset.getScope()) {
            case ALL -> resetAll(reset.getStudentId(), reset.getOccurredAt());
            case COURSE ->
                resetCourse(new StudentKey(reset.getStudentId(), required(reset.getCourseId())), reset.getOccurredAt());
            case MATERIAL ->
                resetMaterial(
                        new StudentKey(reset.getStudentId(), required(reset.getMaterialId())), reset.getOccurredAt());
            case UNKNOWN -> throw new IllegalArgumentException("A reset without a known scope");
        }
    }

    private void resetAll(String student, long at) {
        reset(student, ledger.watchStatesOf(student), at);
        for (Map.Entry<StudentKey, CourseState> each :
                ledger.courseStatesOf(student).entrySet()) {
            reset(each.getKey(), each.getValue(), at);
        }
        StudentKey whole = StudentKey.ofWhole(student);
        CourseState mark = ledger.courseState(whole).orElseGet(() -> CourseState.begin(ledger.marker(student, null)));
        ledger.change(whole, mark.reset(at));
        // Also where there was nothing else: whoever waits for the reset learns that it is done.
        outbox.noProgress(new ProgressKey.OfStudent(student));
    }

    private void resetCourse(StudentKey course, long at) {
        Map<StudentKey, WatchState> its = ledger.watchStatesOf(course.student());
        its.values().removeIf(state -> !course.item().equals(state.material().courseId()));
        reset(course.student(), its, at);
        reset(
                course,
                ledger.courseState(course).orElseGet(() -> CourseState.begin(ledger.marker(course.student(), null))),
                at);
    }

    private void resetMaterial(StudentKey key, long at) {
        WatchState known = ledger.watchState(key).orElseGet(WatchState::initial);
        String course = known.material().courseId();
        ledger.change(
                key, known, known.under(ledger.marker(key.student(), null)).reset(at));
        shorts.takeOut(key.student(), Set.of(key.item()));
        if (course != null) {
            courses.lookAgain(new StudentKey(key.student(), course), at);
        }
        outbox.noProgress(new ProgressKey.OfMaterial(key.student(), key.item()));
    }

    private void reset(String student, Map<StudentKey, WatchState> states, long at) {
        shorts.takeOut(student, states.keySet().stream().map(StudentKey::item).collect(Collectors.toSet()));
        states.forEach((key, state) -> {
            ledger.change(key, state, state.reset(at));
            if (!state.isUntouched()) {
                outbox.noProgress(new ProgressKey.OfMaterial(key.student(), key.item()));
            }
        });
    }

    private void reset(StudentKey key, CourseState state, long at) {
        ledger.change(key, state.reset(at));
        outbox.noProgress(new ProgressKey.OfCourse(key.student(), key.item()));
    }

    private static String required(@Nullable String id) {
        if (id == null) {
            throw new IllegalArgumentException("A reset that does not say of what");
        }
        return id;
    }
}
