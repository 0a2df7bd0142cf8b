package dev.playhead.streams.audience;

import static dev.playhead.testing.sample.Heartbeats.START;
import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static dev.playhead.testing.sample.Interactions.like;
import static dev.playhead.testing.sample.Interactions.share;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.PlaybackEvent;
import dev.playhead.streams.progress.Fold;
import dev.playhead.streams.progress.WatchState;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ContributionTest {
    private static final long TODAY = LocalDate.ofInstant(START, ZoneOffset.UTC).toEpochDay();
    private static final double DAY_S = 86_400;

    private static final WatchState SEEN = Fold.advance(
            WatchState.initial(),
            heartbeat()
                    .shortVideo("short1")
                    .duration(30)
                    .position(10)
                    .played(0, 10)
                    .build());
    private static final WatchState COMPLETED = Fold.advance(
            SEEN,
            heartbeat()
                    .shortVideo("short1")
                    .duration(30)
                    .position(29)
                    .played(10, 29)
                    .after(20)
                    .build());

    private final Viewers viewers = new Viewers();

    @Test
    void a_student_counts_once_for_each_thing_done_and_each_view_and_share() {
        WatchState liked = Fold.advance(COMPLETED, like().build());
        WatchState shared = Fold.advance(
                Fold.advance(liked, share().build()), share().after(1).build());

        assertThat(figures(WatchState.initial())).isEqualTo(Total.NONE);
        assertThat(figures(SEEN)).isEqualTo(new Total(1, 1, 0, 10_000, 3_333, 0, 0, Curves.NONE));
        assertThat(figures(COMPLETED)).isEqualTo(new Total(1, 1, 1, 29_000, 9_667, 0, 0, Curves.NONE));
        assertThat(figures(liked)).isEqualTo(new Total(1, 1, 1, 29_000, 9_667, 1, 0, Curves.NONE));
        assertThat(figures(shared)).isEqualTo(new Total(1, 1, 1, 29_000, 9_667, 1, 2, Curves.NONE));
        assertThat(Change.to(shared.reset(1)).isNothing()).isTrue();
    }

    @Test
    void what_is_liked_unseen_has_no_viewer_and_no_curve() {
        Contribution liked = Contributions.of(Fold.advance(WatchState.initial(), like().build()));

        assertThat(liked.total()).isEqualTo(new Total(0, 0, 0, 0, 0, 1, 0, Curves.NONE));
        assertThat(liked.days()).isEmpty();
    }

    @Test
    void who_completed_it_and_watched_no_bucket_has_no_curve() {
        WatchState byFurthest = Fold.advance(
                WatchState.initial(), heartbeat().position(0).furthest(600).build());

        assertThat(Contributions.of(byFurthest).total()).isEqualTo(new Total(1, 1, 1, 0, 10_000, 0, 0, Curves.NONE));
    }

    @Test
    void where_nothing_that_counts_changed_nothing_is_added() {
        WatchState later = Fold.advance(
                SEEN,
                heartbeat()
                        .shortVideo("short1")
                        .duration(30)
                        .position(10)
                        .after(1)
                        .build());

        assertThat(later).isNotEqualTo(SEEN);
        assertThat(Change.between(SEEN, later).isNothing()).isTrue();
        assertThat(Change.between(SEEN, COMPLETED).isNothing()).isFalse();
    }

    @Test
    void a_duration_that_changes_takes_the_curve_along() {
        WatchState longer = Fold.advance(
                SEEN,
                heartbeat()
                        .shortVideo("short1")
                        .duration(60)
                        .position(10)
                        .after(1)
                        .build());

        Curves change = Contributions.between(SEEN, longer).total().curves();

        assertThat(change.all()).extracting(Curve::buckets).containsExactly(30, 60);
        assertThat(Contributions.of(SEEN).total().curves().plus(change))
                .isEqualTo(Contributions.of(longer).total().curves());
    }

    /// Of many students, deed by deed, in any order: what was added is what the states are.
    @Test
    void changes_that_are_added_up_are_the_sum_of_the_states() {
        System.out.println(Viewers.again());
        List<WatchState> states = new ArrayList<>(Collections.nCopies(12, WatchState.initial()));
        RunningTotal running = new RunningTotal();
        Contribution sum = Contributions.NONE;
        for (int deed = 0; deed < 2_000; deed++) {
            int who = viewers.anyOf(states.size());
            WatchState after = viewers.after(states.get(who));
            running.plus(Change.between(states.get(who), after));
            sum = Contributions.sum(sum, Contributions.between(states.get(who), after));
            states.set(who, after);
            if (deed % 50 == 0) {
                Contribution afresh =
                        states.stream().map(Contributions::of).reduce(Contributions.NONE, Contributions::sum);
                assertThat(running.total()).as(Viewers.again()).isEqualTo(afresh.total());
                assertThat(running.size()).isEqualTo(afresh.total().size());
                assertThat(sum.total()).as(Viewers.again()).isEqualTo(afresh.total());
                assertThat(withoutNothing(sum.days())).as(Viewers.again()).isEqualTo(withoutNothing(afresh.days()));
            }
        }
        assertThat(sum.total().curves().all()).hasSizeGreaterThan(2);
    }

    @Nested
    class ByDay {
        @Test
        void each_day_has_its_views_its_time_and_who_watched_then() {
            WatchState again = Fold.advance(
                    SEEN,
                    heartbeat()
                            .shortVideo("short1")
                            .duration(30)
                            .position(5)
                            .session("another")
                            .played(0, 5)
                            .after(DAY_S)
                            .build());

            assertThat(Contributions.of(again).days())
                    .isEqualTo(Map.of(TODAY, new Daily(1, 1, 0, 10_000), TODAY + 1, new Daily(1, 1, 0, 5_000)));
        }

        @Test
        void a_day_on_which_it_was_completed_without_watching_has_that_alone() {
            WatchState opened = Fold.advance(
                    SEEN,
                    heartbeat()
                            .shortVideo("short1")
                            .duration(30)
                            .position(1)
                            .session("another")
                            .after(60)
                            .build());
            WatchState jumped = Fold.advance(
                    opened,
                    heartbeat()
                            .shortVideo("short1")
                            .duration(30)
                            .position(30)
                            .session("another")
                            .event(PlaybackEvent.SEEKED)
                            .after(DAY_S)
                            .build());

            assertThat(Contributions.of(jumped).days())
                    .isEqualTo(Map.of(TODAY, new Daily(1, 2, 0, 10_000), TODAY + 1, new Daily(0, 0, 1, 0)));
        }

        @Test
        void what_comes_late_changes_its_own_day_alone() {
            WatchState late = Fold.advance(
                    COMPLETED,
                    heartbeat()
                            .shortVideo("short1")
                            .duration(30)
                            .position(3)
                            .session("offline")
                            .played(0, 3)
                            .after(-3 * DAY_S)
                            .build());

            assertThat(Contributions.between(COMPLETED, late).days())
                    .isEqualTo(Map.of(TODAY - 3, new Daily(1, 1, 0, 3_000)));
        }

        @Test
        void a_reset_takes_each_day_back() {
            assertThat(Contributions.between(COMPLETED, COMPLETED.reset(1)).days())
                    .isEqualTo(Map.of(TODAY, new Daily(-1, -1, -1, -29_000)));
        }
    }

    private static Total figures(WatchState state) {
        Total total = Contributions.of(state).total();
        return new Total(
                total.viewers(),
                total.views(),
                total.completions(),
                total.watchedMs(),
                total.furthestBasisPoints(),
                total.likes(),
                total.shares(),
                Curves.NONE);
    }

    private static Map<Long, Daily> withoutNothing(Map<Long, Daily> days) {
        return days.entrySet().stream()
                .filter(day -> !day.getValue().equals(Daily.NONE))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
