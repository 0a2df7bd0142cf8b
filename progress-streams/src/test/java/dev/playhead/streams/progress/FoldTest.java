package dev.playhead.streams.progress;

import static dev.playhead.streams.progress.Folding.fold;
import static dev.playhead.testing.sample.Heartbeats.START;
import static dev.playhead.testing.sample.Heartbeats.at;
import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.MaterialKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FoldTest {
    private static final long STARTED = START.toEpochMilli();

    @Nested
    class Resume_position {

        @Test
        void the_latest_event_time_wins_whatever_the_arrival_order() {
            Heartbeat early = heartbeat().position(400).after(10).build();
            Heartbeat late = heartbeat().position(20).after(15).build();

            assertThat(fold(early, late).positionMs()).isEqualTo(20_000);
            assertThat(fold(late, early).positionMs()).isEqualTo(20_000);
        }

        @Test
        void a_tie_goes_to_the_further_position() {
            Heartbeat near = heartbeat().session("phone", 1).position(100).build();
            Heartbeat far = heartbeat().session("laptop", 1).position(200).build();

            assertThat(fold(near, far).positionMs()).isEqualTo(200_000);
            assertThat(fold(far, near).positionMs()).isEqualTo(200_000);
        }

        @Test
        void within_a_session_its_own_count_goes_before_its_clock() {
            Heartbeat first = heartbeat().session("s", 1).position(30).after(60).build();
            Heartbeat second =
                    heartbeat().session("s", 2).position(45).after(55).build();

            assertThat(fold(first, second).positionMs()).isEqualTo(45_000);
            assertThat(fold(second, first).positionMs()).isEqualTo(45_000);
        }

        @Test
        void within_a_session_a_tie_goes_to_the_further_position_as_well() {
            Heartbeat near = heartbeat().position(100).build();
            Heartbeat far = heartbeat().position(200).build();

            assertThat(fold(near, far).positionMs()).isEqualTo(200_000);
            assertThat(fold(far, near).positionMs()).isEqualTo(200_000);
        }

        @Test
        void a_session_that_gives_each_heartbeat_the_same_number_goes_by_its_clock() {
            Heartbeat first = heartbeat().session("s", 0).position(30).build();
            Heartbeat second =
                    heartbeat().session("s", 0).position(20).after(10).build();

            assertThat(fold(first, second).positionMs()).isEqualTo(20_000);
            assertThat(fold(second, first).positionMs()).isEqualTo(20_000);
        }

        @Test
        void two_sessions_that_stand_at_one_place_at_one_time_make_the_same_state_in_either_order() {
            Heartbeat phone = heartbeat().session("phone", 1).course("old").build();
            Heartbeat laptop = heartbeat().session("laptop", 1).course("new").build();

            assertThat(fold(phone, laptop)).isEqualTo(fold(laptop, phone));
        }

        @Test
        void a_session_whose_clock_was_set_back_keeps_the_latest_time_it_said() {
            Heartbeat first = heartbeat().session("s", 1).position(30).after(60).build();
            Heartbeat second =
                    heartbeat().session("s", 2).position(45).after(50).build();
            Heartbeat other = heartbeat().session("t", 1).position(5).after(55).build();

            assertThat(fold(other, first, second).positionMs()).isEqualTo(45_000);
            assertThat(fold(second, other, first).positionMs()).isEqualTo(45_000);
        }

        @Test
        void a_late_backlog_of_another_device_does_not_move_it() {
            WatchState now = fold(
                    heartbeat().session("laptop", 1).position(300).after(3_600).build());

            WatchState after = Fold.advance(
                    now, heartbeat().session("phone", 7).position(90).after(60).build());

            assertThat(after.positionMs()).isEqualTo(300_000);
        }

        @Test
        void the_material_is_as_the_latest_heartbeat_says() {
            Heartbeat before = heartbeat().course("old").duration(500).after(1).build();
            Heartbeat now = heartbeat().course("new").duration(600).after(2).build();

            Material expected = new Material("new", MaterialKind.VIDEO, 600_000);
            assertThat(fold(before, now).material()).isEqualTo(expected);
            assertThat(fold(now, before).material()).isEqualTo(expected);
        }
    }

    @Nested
    class Material_now {

        @Test
        void it_is_not_what_a_session_says_that_is_behind_another() {
            WatchState state = fold(
                    heartbeat().session("laptop", 1).course("new").after(100).build(),
                    heartbeat().session("phone", 1).course("old").after(50).build(),
                    heartbeat().session("phone", 2).course("old").after(60).build());

            assertThat(state.material().courseId()).isEqualTo("new");
        }

        @Test
        void what_was_played_of_it_is_kept_where_its_length_changes() {
            WatchState state = fold(
                    heartbeat().session("s", 1).duration(10).played(0, 5).build(),
                    heartbeat().session("s", 2).duration(8).after(10).build());

            assertThat(state.plays()).isEqualTo(new Plays(8_000, new int[] {1, 1, 1, 1, 1, 0, 0, 0}));
        }

        @Test
        void one_that_became_shorter_than_the_furthest_point_is_at_its_end() {
            WatchState state = fold(at(500), heartbeat().duration(300).after(5).build());

            assertThat(state.furthestMs()).isEqualTo(500_000);
            assertThat(state.progressBasisPoints()).isEqualTo(10_000);
        }

        @Test
        void one_without_a_length_is_at_its_beginning() {
            assertThat(fold(heartbeat().duration(0).position(5).build()).progressBasisPoints())
                    .isZero();
            assertThat(fold(heartbeat().duration(-600).position(5).build()).material())
                    .isEqualTo(new Material("demo", MaterialKind.VIDEO, 0));
        }
    }

    @Nested
    class Furthest_point {

        @Test
        void going_back_to_10_s_keeps_80_percent_and_completed() {
            WatchState state = fold(at(480), heartbeat().position(10).after(5).build());

            assertThat(state.positionMs()).isEqualTo(10_000);
            assertThat(state.furthestMs()).isEqualTo(480_000);
            assertThat(state.completedAt()).isEqualTo(STARTED);
        }

        @Test
        void it_is_what_the_client_knows_to_be_further_than_the_position() {
            assertThat(fold(heartbeat().position(10).furthest(250).build()).furthestMs())
                    .isEqualTo(250_000);
        }

        @Test
        void it_is_the_position_where_the_client_knows_of_nothing_further() {
            assertThat(fold(heartbeat().position(300).furthest(250).build()).furthestMs())
                    .isEqualTo(300_000);
        }

        @Test
        void nobody_stands_before_the_start_or_behind_the_end() {
            WatchState behind = fold(heartbeat().position(700).furthest(800).build());
            WatchState before = fold(heartbeat().position(-5).build());

            assertThat(behind.furthestMs()).isEqualTo(600_000);
            assertThat(behind.positionMs()).isEqualTo(600_000);
            assertThat(before.positionMs()).isZero();
        }

        @Test
        void it_is_the_end_of_what_was_played() {
            assertThat(fold(heartbeat().position(10).played(20, 90).played(0, 5).build())
                            .furthestMs())
                    .isEqualTo(90_000);
        }

        @Test
        void of_two_devices_the_further_one_counts() {
            Heartbeat phone =
                    heartbeat().session("phone", 1).position(480).after(1).build();
            Heartbeat laptop =
                    heartbeat().session("laptop", 1).position(360).after(2).build();

            assertThat(fold(phone, laptop).furthestMs()).isEqualTo(480_000);
            assertThat(fold(laptop, phone).furthestMs()).isEqualTo(480_000);
        }
    }

    @Nested
    class Times {

        @Test
        void first_and_last_go_by_event_time() {
            Heartbeat early = heartbeat().after(10).build();
            Heartbeat late = heartbeat().after(99).build();

            WatchState state = fold(late, early);

            assertThat(state.firstWatchedAt()).isEqualTo(STARTED + 10_000);
            assertThat(state.lastWatchedAt()).isEqualTo(STARTED + 99_000);
        }

        @Test
        void before_1970_is_a_time_as_well() {
            Heartbeat odd =
                    heartbeat().occurredAt(java.time.Instant.ofEpochMilli(-5)).build();

            WatchState state = fold(odd);

            assertThat(state.firstWatchedAt()).isEqualTo(-5);
            assertThat(state.lastWatchedAt()).isEqualTo(-5);
        }
    }

    @Nested
    class Repeats {

        @Test
        void a_replayed_heartbeat_changes_nothing() {
            Heartbeat first =
                    heartbeat().session("s", 1).position(100).after(10).build();
            WatchState state = fold(
                    first, heartbeat().session("s", 2).position(5).after(20).build());

            assertThat(Fold.advance(state, first)).isEqualTo(state);
        }

        @Test
        void one_of_a_session_that_had_to_make_room_changes_nothing_either() {
            List<Heartbeat> heartbeats = new ArrayList<>();
            for (int i = 0; i < 3 * Sessions.MAX; i++) {
                heartbeats.add(heartbeat()
                        .session("s" + i, 1)
                        .position(5 * i)
                        .played(5 * i, 5 * i + 2)
                        .after(10 * i)
                        .build());
            }
            WatchState state = fold(heartbeats);

            assertThat(fold(state, heartbeats)).isEqualTo(state);
        }

        @Test
        void one_of_a_session_that_had_to_make_room_at_once_changes_nothing_either() {
            List<Heartbeat> heartbeats = new ArrayList<>();
            for (int i = 0; i <= Sessions.MAX; i++) {
                heartbeats.add(heartbeat().session("s" + i, 1).position(i).build());
            }
            WatchState state = fold(heartbeats);

            assertThat(fold(state, heartbeats)).isEqualTo(state);
        }

        @Test
        void what_a_session_that_had_to_make_room_says_late_counts_for_a_minute_at_most_and_is_no_view() {
            WatchState state = WatchState.initial();
            for (int i = 0; i <= Sessions.MAX; i++) {
                state = Fold.advance(
                        state, heartbeat().session("s" + i, 1).after(i).build());
            }
            WatchState after = Fold.advance(
                    state,
                    heartbeat().session("s0", 2).played(100, 200).after(5).build());

            assertThat(after.watched().spans()).containsExactly(new Span(100_000, 160_000));
            assertThat(after.days().views()).isEqualTo(state.days().views());
            assertThat(after.sessions()).isEqualTo(state.sessions());
        }

        @Test
        void of_nine_sessions_the_latest_eight_are_kept_though_the_earliest_came_last() {
            WatchState state = WatchState.initial();
            for (int i = 8; i >= 0; i--) {
                state = Fold.advance(
                        state,
                        heartbeat().session("s" + i, 1).position(i).after(i).build());
            }

            assertThat(state.sessions().cursors())
                    .extracting(SessionCursor::positionMs)
                    .containsExactly(8_000L, 7_000L, 6_000L, 5_000L, 4_000L, 3_000L, 2_000L, 1_000L);
        }

        @Test
        void of_nine_sessions_the_latest_eight_are_kept() {
            WatchState state = WatchState.initial();
            for (int i = 0; i < 9; i++) {
                state = Fold.advance(
                        state,
                        heartbeat().session("s" + i, 1).position(i).after(i).build());
            }

            assertThat(state.sessions().cursors())
                    .hasSize(Sessions.MAX)
                    .extracting(SessionCursor::positionMs)
                    .containsExactly(8_000L, 7_000L, 6_000L, 5_000L, 4_000L, 3_000L, 2_000L, 1_000L);
        }
    }
}
