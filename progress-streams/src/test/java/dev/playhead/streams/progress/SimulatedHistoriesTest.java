package dev.playhead.streams.progress;

import static dev.playhead.streams.progress.Folding.fold;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.testing.student.Habits;
import dev.playhead.testing.student.Network;
import dev.playhead.testing.student.Player;
import dev.playhead.testing.student.Whim;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds for whatever students do, whatever their players say of it and however it arrives,
/// against the truth that the simulator knows.
class SimulatedHistoriesTest {

    @Nested
    class Of_anyone {
        private final Simulation simulation = Simulation.ofAnyone();

        @Test
        void what_comes_again_changes_nothing() {
            simulation.histories().forEach(history -> {
                List<Heartbeat> heartbeats = Simulation.heartbeats(history);
                WatchState state = WatchState.initial();
                for (Heartbeat heartbeat : heartbeats) {
                    state = Fold.advance(state, heartbeat);
                    assertThat(Fold.advance(state, heartbeat))
                            .as(simulation.again())
                            .isEqualTo(state);
                }
                WatchState again = fold(state, heartbeats);
                if (state.sessions().forgottenUntil() == 0) {
                    assertThat(again).as(simulation.again()).isEqualTo(state);
                } else {
                    assertThat(monotonic(again)).as(simulation.again()).isEqualTo(monotonic(state));
                }
            });
        }

        @Test
        void nothing_goes_back_and_completion_comes_once() {
            simulation.histories().forEach(history -> {
                WatchState before = WatchState.initial();
                int completions = 0;
                for (Heartbeat heartbeat : Simulation.heartbeats(history)) {
                    WatchState after = Fold.advance(before, heartbeat);
                    assertThatNothingWentBack(before, after);
                    completions += after.isCompletedSince(before) ? 1 : 0;
                    before = after;
                }
                assertThat(completions).as(simulation.again()).isEqualTo(before.isCompleted() ? 1 : 0);
            });
        }

        @Test
        void the_furthest_point_and_completion_by_position_are_true_in_any_order() {
            Random random = new Random(simulation.dice().nextLong());
            simulation.histories().forEach(history -> {
                List<Heartbeat> heartbeats = new ArrayList<>(Simulation.heartbeats(history));
                long furthestMs = history.truth().furthestMs();
                int threshold = heartbeats.getFirst().getCompletionThreshold();
                for (int i = 0; i < 2; i++) {
                    WatchState state = fold(heartbeats);
                    assertThat(state.furthestMs()).as(simulation.again()).isEqualTo(furthestMs);
                    assertThat(state.isCompleted())
                            .as(simulation.again())
                            .isEqualTo(100 * furthestMs
                                    >= threshold * history.video().durationMs());
                    Collections.shuffle(heartbeats, random);
                }
            });
        }

        @Test
        void every_state_keeps_its_bounds_and_comes_back_from_its_stored_form() {
            simulation.histories().forEach(history -> {
                WatchState state = fold(Simulation.heartbeats(history));
                assertThat(state.watched().spans()).hasSizeLessThanOrEqualTo(Watched.SPANS_MAX);
                assertThat(state.sessions().cursors()).hasSizeLessThanOrEqualTo(Sessions.MAX);
                assertThat(WatchStateFormat.read(WatchStateFormat.write(state)))
                        .as(simulation.again())
                        .isEqualTo(state);
            });
        }

        private void assertThatNothingWentBack(WatchState before, WatchState after) {
            assertThat(after.furthestMs()).as(simulation.again()).isGreaterThanOrEqualTo(before.furthestMs());
            assertThat(after.watchedMs()).as(simulation.again()).isGreaterThanOrEqualTo(before.watchedMs());
            assertThat(after.lastWatchedAt()).as(simulation.again()).isGreaterThanOrEqualTo(before.lastWatchedAt());
            assertThat(after.isCompleted() || !before.isCompleted())
                    .as(simulation.again())
                    .isTrue();
            for (Span span : before.watched().spans()) {
                assertThat(after.watched().missing(span)).as(simulation.again()).isEmpty();
            }
            for (int part = 0; part < before.plays().counts().length; part++) {
                assertThat(after.plays().counts()[part])
                        .as(simulation.again())
                        .isGreaterThanOrEqualTo(before.plays().counts()[part]);
            }
        }

        private static List<Object> monotonic(WatchState state) {
            return List.of(state.furthestMs(), state.watched(), state.watchedMs(), state.plays(), state.isCompleted());
        }
    }

    @Nested
    class Of_players_that_keep_what_was_played {

        @Test
        void what_was_watched_is_true_to_the_millisecond_in_any_order() {
            Simulation simulation = Simulation.of(Player.FULL).withSteadyClocks();
            Random random = new Random(simulation.dice().nextLong());
            simulation.histories().forEach(history -> {
                List<Heartbeat> heartbeats = new ArrayList<>(Simulation.heartbeats(history, CompletionRule.COVERAGE));
                List<Span> watched = Simulation.watched(history.truth());
                boolean isCompleted = 100 * history.truth().coveredMs()
                        >= Simulation.THRESHOLD * history.video().durationMs();
                for (int i = 0; i < 3; i++) {
                    WatchState state = fold(heartbeats);
                    if (state.watched().bridgedMs() == 0) {
                        assertThat(state.watched().spans())
                                .as(simulation.again())
                                .isEqualTo(watched);
                        assertThat(state.isCompleted()).as(simulation.again()).isEqualTo(isCompleted);
                    }
                    Collections.shuffle(heartbeats, random);
                }
            });
        }

        /// Taking off a clock's error takes the time that a report was on its way for part of it.
        /// What holds reports up for 20 s can cost a session a few seconds of its beginning.
        @Test
        void nothing_is_made_up_and_hardly_anything_lost_where_clocks_are_corrected() {
            assertThatHardlyAnythingIsLost(1, Simulation.of(Player.FULL));
        }

        /// Two sittings on one device at one time are one that plays too fast.
        @Test
        void nothing_is_made_up_and_hardly_anything_lost_where_sessions_have_no_names() {
            assertThatHardlyAnythingIsLost(
                    2,
                    Simulation.of(Player.UNBOUND)
                            .withSteadyClocks()
                            .with(habits -> habits.with(Whim.REWATCH, 0).with(Whim.LONG_PAUSE, 0)));
        }

        private static void assertThatHardlyAnythingIsLost(int orders, Simulation simulation) {
            Random random = new Random(simulation.dice().nextLong());
            LongAdder lostMs = new LongAdder();
            LongAdder watchedMs = new LongAdder();
            simulation.histories().forEach(history -> {
                List<Heartbeat> heartbeats = new ArrayList<>(Simulation.heartbeats(history));
                Watched truth = Watched.of(Simulation.watched(history.truth()));
                for (int i = 0; i < orders; i++) {
                    WatchState state = fold(heartbeats);
                    if (state.watched().bridgedMs() == 0) {
                        assertThat(truth.with(state.watched().spans()))
                                .as(simulation.again())
                                .isEqualTo(truth);
                        lostMs.add(truth.coveredMs(Long.MAX_VALUE)
                                - state.watched().coveredMs(Long.MAX_VALUE));
                        watchedMs.add(truth.coveredMs(Long.MAX_VALUE));
                    }
                    Collections.shuffle(heartbeats, random);
                }
            });
            assertThat(lostMs.sum() * 1_000).as(simulation.again()).isLessThan(watchedMs.sum());
        }

        @Test
        void the_time_watched_repeats_included_is_true_where_each_report_comes_in_its_order() {
            Simulation simulation = Simulation.of(Player.FULL)
                    .on(Network.PERFECT)
                    .with(habits -> habits.with(Whim.OFFLINE, 0).with(Whim.REWATCH, 0));
            simulation.histories().forEach(history -> {
                WatchState state = fold(Simulation.heartbeats(history));
                assertThat(state.watchedMs())
                        .as(simulation.again())
                        .isEqualTo(history.truth().watchedMs());
                assertThat(state.days().views())
                        .as(simulation.again())
                        .isEqualTo(history.truth().sittings());
            });
        }

        @Test
        void the_time_watched_is_never_less_than_what_was_covered_nor_more_than_was_played() {
            Simulation simulation = Simulation.of(Player.FULL).withSteadyClocks();
            simulation.histories().forEach(history -> {
                WatchState state = fold(Simulation.heartbeats(history));
                assertThat(state.watchedMs())
                        .as(simulation.again())
                        .isBetween(history.truth().coveredMs(), history.truth().watchedMs());
            });
        }

        @Test
        void the_resume_position_is_where_the_student_stood_last() {
            Simulation simulation = Simulation.of(Player.FULL).withOneDevice();
            simulation
                    .histories()
                    .forEach(history -> assertThat(
                                    fold(Simulation.heartbeats(history)).positionMs())
                            .as(simulation.again())
                            .isEqualTo(history.truth().lastPositionMs()));
        }
    }

    @Nested
    class Of_players_that_say_where_they_are {

        @ParameterizedTest
        @EnumSource(names = {"COUNTING", "IN_SESSION", "PLAIN"})
        void what_was_watched_is_true_where_nobody_jumps_and_all_comes_in_order(Player player) {
            Simulation simulation =
                    Simulation.of(player).withOneDevice().on(Network.PERFECT).with(habits -> withoutJumps(habits));
            simulation.histories().forEach(history -> {
                WatchState state = fold(Simulation.heartbeats(history));
                assertThat(state.watched().spans())
                        .as(simulation.again())
                        .isEqualTo(Simulation.watched(history.truth()));
                assertThat(state.watchedMs())
                        .as(simulation.again())
                        .isEqualTo(history.truth().watchedMs());
            });
        }

        private static Habits withoutJumps(Habits habits) {
            return habits.with(Whim.SEEK, 0)
                    .with(Whim.SILENT_SEEK, 0)
                    .with(Whim.LONG_PAUSE, 0)
                    .with(Whim.OFFLINE, 0)
                    .with(Whim.REPLAY, 0)
                    .with(Whim.REWATCH, 0)
                    .with(Whim.ABANDON, 0);
        }
    }
}
