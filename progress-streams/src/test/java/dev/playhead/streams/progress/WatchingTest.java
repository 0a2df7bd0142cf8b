package dev.playhead.streams.progress;

import static dev.playhead.streams.progress.Folding.fold;
import static dev.playhead.testing.sample.Heartbeats.START;
import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.PlaybackEvent;
import dev.playhead.testing.sample.Heartbeats;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What counts as watched.
class WatchingTest {

    @Nested
    class From_one_position_to_the_next {

        @Test
        void is_watched_where_a_player_could_have_played_it() {
            WatchState state =
                    fold(phone(1, 0).build(), phone(2, 10).position(10).build());

            assertThat(state.watchedMs()).isEqualTo(10_000);
            assertThat(state.watched().spans()).containsExactly(new Span(0, 10_000));
        }

        @Test
        void is_not_where_it_could_not_and_nothing_of_it_is() {
            WatchState state =
                    fold(phone(1, 0).build(), phone(2, 10).position(300).build());

            assertThat(state.watchedMs()).isZero();
            assertThat(state.furthestMs()).isEqualTo(300_000);
        }

        @Test
        void is_bounded_by_time_and_rate_with_a_quarter_and_two_seconds_to_spare() {
            assertThat(after10s(phone(2, 10).playbackRate(1), 14.5)).isEqualTo(14_500);
            assertThat(after10s(phone(2, 10).playbackRate(1), 14.501)).isZero();
            assertThat(after10s(phone(2, 10).playbackRate(2), 27)).isEqualTo(27_000);
            assertThat(after10s(phone(2, 10).playbackRate(2), 27.001)).isZero();
        }

        @Test
        void the_rate_is_the_clients_word_up_to_4_and_2_where_it_says_none_or_nonsense() {
            assertThat(after10s(phone(2, 10), 27)).isEqualTo(27_000);
            assertThat(after10s(phone(2, 10), 27.001)).isZero();
            assertThat(after10s(phone(2, 10).playbackRate(4), 52)).isEqualTo(52_000);
            assertThat(after10s(phone(2, 10).playbackRate(16), 52.001)).isZero();
            assertThat(after10s(phone(2, 10).playbackRate(0), 27)).isEqualTo(27_000);
            assertThat(after10s(phone(2, 10).playbackRate(Double.NaN), 27)).isEqualTo(27_000);
        }

        @Test
        void is_not_watched_by_a_seek_or_backwards() {
            assertThat(after10s(phone(2, 10).event(PlaybackEvent.SEEKED), 8)).isZero();
            WatchState back = fold(
                    phone(1, 0).position(100).build(), phone(2, 10).position(50).build());
            assertThat(back.watchedMs()).isZero();
        }

        @Test
        void is_watched_for_two_seconds_where_the_clock_was_set_back() {
            assertThat(afterSetBack(2)).isEqualTo(2_000);
            assertThat(afterSetBack(2.001)).isZero();
        }

        @Test
        void is_not_watched_where_the_session_had_said_more_than_it_lasted() {
            WatchState state = fold(
                    phone(1, 0).playedNothingElse().build(),
                    phone(2, 1).playbackRate(1).position(60).played(0, 60).build(),
                    phone(3, 11).playbackRate(4).position(100).build());

            assertThat(state.watched().spans()).containsExactly(new Span(0, 60_000));
        }

        @Test
        void says_nothing_where_the_client_keeps_what_was_played() {
            assertThat(after10s(phone(2, 10).playedNothingElse(), 8)).isZero();
        }

        private static long afterSetBack(double position) {
            return fold(phone(1, 60).build(), phone(2, 55).position(position).build())
                    .watchedMs();
        }

        private static long after10s(Heartbeats second, double position) {
            return fold(phone(1, 0).build(), second.position(position).build()).watchedMs();
        }
    }

    @Nested
    class Segments_played {

        @Test
        void are_taken_as_said_and_overlap_counts_again_in_the_time_and_once_in_the_spans() {
            WatchState state = fold(
                    phone(1, 0).playedNothingElse().build(),
                    phone(2, 20).position(15).played(0, 10).played(5, 15).build());

            assertThat(state.watchedMs()).isEqualTo(20_000);
            assertThat(state.watched().spans()).containsExactly(new Span(0, 15_000));
            assertThat(state.plays().counts()).startsWith(1, 2, 0);
        }

        @Test
        void are_cut_to_the_time_the_session_lasted_and_a_minute() {
            WatchState state = fold(
                    phone(1, 0).playedNothingElse().build(),
                    phone(2, 10)
                            .playbackRate(1)
                            .position(100)
                            .played(0, 50)
                            .played(60, 100)
                            .build());

            assertThat(state.watched().spans()).containsExactly(new Span(0, 50_000), new Span(60_000, 84_500));
        }

        @Test
        void count_though_nobody_says_whether_the_client_keeps_them() {
            Heartbeat played = phone(2, 20).position(15).played(0, 10).build();
            WatchState state = fold(
                    phone(1, 0).build(),
                    Heartbeat.newBuilder(played).setPlayedKnown(false).build());

            assertThat(state.watched().spans()).containsExactly(new Span(0, 10_000));
        }

        @Test
        void lie_between_the_start_and_the_end() {
            WatchState state = fold(
                    phone(1, 0).played(-5, 10).played(590, 700).played(700, 800).build());

            assertThat(state.watched().spans()).containsExactly(new Span(0, 10_000), new Span(590_000, 600_000));
        }

        @Test
        void of_all_heartbeats_of_a_session_count_for_the_time_it_lasted_and_one_minute() {
            WatchState state = fold(
                    phone(1, 0).playedNothingElse().build(),
                    phone(2, 10).playbackRate(1).played(0, 70).build(),
                    phone(3, 20).playbackRate(1).played(100, 170).build());

            assertThat(state.watched().spans()).containsExactly(new Span(0, 70_000), new Span(100_000, 117_000));
        }

        @Test
        void of_all_heartbeats_that_come_late_count_for_the_time_the_session_lasted_and_one_minute() {
            WatchState state = fold(
                    phone(1, 0).playedNothingElse().build(),
                    phone(4, 20).playedNothingElse().build(),
                    phone(2, 10).playbackRate(1).played(0, 70).build(),
                    phone(3, 11).playbackRate(1).played(100, 170).build());

            assertThat(state.watched().spans()).containsExactly(new Span(0, 70_000), new Span(100_000, 117_000));
        }

        @Test
        void of_a_sessions_first_heartbeat_count_for_a_minute_at_most() {
            WatchState state = fold(phone(1, 500).position(500).played(0, 500).build());

            assertThat(state.watchedMs()).isEqualTo(60_000);
        }

        @Test
        void of_a_heartbeat_that_comes_late_count_where_they_are_new() {
            WatchState state = fold(
                    phone(1, 0).playedNothingElse().build(),
                    phone(3, 30).position(30).played(15, 30).build(),
                    phone(2, 20).position(20).played(10, 20).build());

            assertThat(state.watched().spans()).containsExactly(new Span(10_000, 30_000));
            assertThat(state.watchedMs()).isEqualTo(20_000);
            assertThat(state.positionMs()).isEqualTo(30_000);
        }

        @Test
        void count_for_the_time_since_the_earliest_that_the_session_said_though_that_came_late() {
            WatchState state = fold(
                    phone(2, 3_600).playedNothingElse().build(),
                    phone(1, 0).playedNothingElse().build(),
                    phone(3, 3_601).played(0, 200).build());

            assertThat(state.watchedMs()).isEqualTo(200_000);
        }

        @Test
        void of_a_heartbeat_that_comes_late_count_once_where_they_overlap() {
            WatchState state = fold(
                    phone(1, 0).playedNothingElse().build(),
                    phone(3, 30).playedNothingElse().build(),
                    phone(2, 20).played(0, 10).played(5, 15).build());

            assertThat(state.watchedMs()).isEqualTo(15_000);
        }

        @Test
        void of_a_heartbeat_that_comes_late_count_where_all_that_was_allowed_was_said_and_no_more() {
            WatchState state = fold(
                    phone(2, 10).playbackRate(1).played(0, 60).build(),
                    phone(1, 0).playbackRate(1).played(200, 205).build());

            assertThat(state.watched().spans()).containsExactly(new Span(0, 60_000), new Span(200_000, 205_000));
        }

        @Test
        void of_which_there_are_none_are_not_too_many() {
            WatchState state = fold(
                    phone(1, 0).playedNothingElse().build(),
                    phone(2, 1).playbackRate(1).played(0, 60).build(),
                    phone(3, 2).playbackRate(4).playedNothingElse().build());

            assertThat(state.sessions().latest().isOverdrawn()).isFalse();
        }

        @Test
        void that_were_refused_are_not_believed_when_they_are_said_again() {
            Heartbeat greedy =
                    phone(2, 10).playbackRate(1).position(100).played(0, 100).build();
            WatchState state = fold(
                    phone(1, 0).playedNothingElse().build(),
                    greedy,
                    phone(3, 100).playbackRate(1).position(110).played(100, 110).build());

            assertThat(state.watched().spans()).containsExactly(new Span(0, 74_500), new Span(100_000, 110_000));
            assertThat(Fold.advance(state, greedy)).isEqualTo(state);
        }

        @Test
        void may_come_unevenly_as_long_as_the_session_lasted_so_long() {
            WatchState state = fold(
                    phone(1, 0).playedNothingElse().build(),
                    phone(2, 25).playbackRate(1).played(0, 10).position(10).build(),
                    phone(3, 20).playbackRate(1).played(10, 20).position(20).build(),
                    phone(4, 30).playbackRate(1).played(20, 30).position(30).build());

            assertThat(state.watched().spans()).containsExactly(new Span(0, 30_000));
        }

        @Test
        void a_hundred_and_more_are_all_kept() {
            List<Heartbeat> heartbeats = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                heartbeats.add(phone(i, i * 2 + 2)
                        .duration(1_000)
                        .position(i * 2 + 2)
                        .played(i * 2, i * 2 + 2)
                        .build());
            }
            WatchState state = fold(heartbeats);

            assertThat(state.watched().spans()).containsExactly(new Span(0, 600_000));
            assertThat(state.watchedMs()).isEqualTo(600_000);
        }

        @Test
        void of_sessions_opened_one_after_the_other_count_for_no_more_than_the_time_they_took() {
            List<Heartbeat> reloads = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                reloads.add(heartbeat()
                        .session("s" + i, 1)
                        .after(i)
                        .played(60 * i, 60 * i + 60)
                        .build());
            }

            assertThat(fold(reloads).watchedMs()).isLessThan(3 * 60_000 + 10 * 5_000);
        }

        @Test
        void of_a_session_opened_after_three_others_count_for_the_time_since_the_last_of_them() {
            assertThat(afterThree(0, 0, 0, 0)).isEqualTo(2_000);
            assertThat(afterThree(0, 0, 10, 10)).isEqualTo(2_000);
            assertThat(afterThree(0, 0, 0, 40)).isEqualTo(42_000);
            assertThat(afterThree(0, 0, 0, 60)).isEqualTo(60_000);
        }

        @Test
        void of_a_session_opened_a_minute_after_three_others_or_before_them_or_as_the_third_count_for_a_minute() {
            WatchState three = three(0, 0, 0);

            assertThat(opened(three(0, 0), 0, 0.5)).isEqualTo(60_000);
            assertThat(opened(three, 60, 0.5)).isEqualTo(39_500);
            assertThat(opened(three, 60.001, 0.5)).isEqualTo(60_000);
            assertThat(opened(three, -1, 0.5)).isEqualTo(60_000);
            assertThat(opened(three(0, 0, 0, 100), 10, 0.8)).isEqualTo(12_000);
        }

        @Test
        void that_were_withheld_from_a_session_at_its_opening_are_not_left_for_later() {
            WatchState state = fold(
                    three(0, 0, 0),
                    List.of(
                            phone(1, 0).playbackRate(1).played(0, 60).build(),
                            phone(2, 1).playbackRate(1).played(60, 120).build()));

            assertThat(state.watched().spans()).containsExactly(new Span(0, 2_000), new Span(60_000, 63_250));
        }

        private static long afterThree(double first, double second, double third, double fourth) {
            return opened(three(first, second, third), fourth, 0.8);
        }

        private static WatchState three(double... seconds) {
            WatchState state = WatchState.initial();
            for (int i = 0; i < seconds.length; i++) {
                state = Fold.advance(
                        state,
                        heartbeat()
                                .session("s" + i, 1)
                                .after(seconds[i])
                                .playedNothingElse()
                                .build());
            }
            return state;
        }

        private static long opened(WatchState others, double seconds, double rate) {
            return Fold.advance(
                            others,
                            phone(1, seconds).playbackRate(rate).played(0, 100).build())
                    .watchedMs();
        }
    }

    @Nested
    class Players_that_name_their_sessions {

        @Test
        void end_none_by_half_an_hour_of_silence() {
            WatchState state = fold(
                    phone(1, 0).build(),
                    phone(2, 5_400).build(),
                    phone(3, 5_410).build());

            assertThat(state.days().views()).isEqualTo(1);
        }

        @Test
        void are_believed_what_comes_late_though_it_is_half_an_hour_older() {
            WatchState state = fold(
                    phone(2, 5_400).playedNothingElse().build(),
                    phone(1, 0).played(0, 100).build());

            assertThat(state.watchedMs()).isEqualTo(100_000);
        }
    }

    @Nested
    class Players_that_name_no_session {

        @Test
        void begin_one_after_half_an_hour_of_silence() {
            assertThat(views(heartbeat().build(), heartbeat().after(1_800).build()))
                    .isEqualTo(1);
            assertThat(views(heartbeat().build(), heartbeat().after(1_800.001).build()))
                    .isEqualTo(2);
            assertThat(views(heartbeat().after(3_000).build(), heartbeat().build()))
                    .isEqualTo(1);
        }

        @Test
        void are_told_by_silence_before_a_session_too() {
            WatchState known = fold(tv(3_600).playedNothingElse().build());

            assertThat(watched(known, tv(1_800).played(0, 100))).isEqualTo(100_000);
            assertThat(watched(known, tv(1_799.999).played(0, 100))).isEqualTo(60_000);
        }

        @Test
        void may_have_been_at_it_for_longer_than_half_an_hour() {
            WatchState known = fold(
                    tv(0).playedNothingElse().build(),
                    tv(1_500).playedNothingElse().build(),
                    tv(3_000).playedNothingElse().build());

            assertThat(watched(known, tv(600).played(0, 100))).isEqualTo(100_000);
        }

        @Test
        void are_silent_since_the_latest_time_they_said_though_their_clock_was_set_back() {
            assertThat(views(counted(1, tv(1_000)), counted(2, tv(0)), counted(3, tv(2_000))))
                    .isEqualTo(1);
        }

        @Test
        void are_not_believed_what_was_refused_before_a_silence() {
            Heartbeat greedy = tv(10).playbackRate(1).played(0, 100).build();
            WatchState state = fold(
                    tv(0).playedNothingElse().build(),
                    greedy,
                    tv(7_200).playedNothingElse().build());

            assertThat(Fold.advance(state, greedy)).isEqualTo(state);
        }

        @Test
        void are_credited_nothing_for_the_position_that_a_session_begins_with() {
            WatchState state = fold(
                    heartbeat().position(10).build(),
                    heartbeat().position(20).after(10).build(),
                    heartbeat().position(30).after(3_600).build(),
                    heartbeat().position(35).after(3_605).build());

            assertThat(state.watched().spans()).containsExactly(new Span(10_000, 20_000), new Span(30_000, 35_000));
        }

        @Test
        void are_kept_apart_by_their_devices() {
            WatchState state = fold(
                    heartbeat().device("phone").position(100).build(),
                    heartbeat().device("tv").position(500).after(1).build(),
                    heartbeat().device("phone").position(110).after(10).build(),
                    heartbeat().device("tv").position(510).after(11).build());

            assertThat(state.watched().spans()).containsExactly(new Span(100_000, 110_000), new Span(500_000, 510_000));
            assertThat(state.days().views()).isEqualTo(2);
        }

        private static Heartbeats tv(double seconds) {
            return heartbeat().device("tv").after(seconds);
        }

        private static Heartbeat counted(long sequence, Heartbeats heartbeat) {
            return Heartbeat.newBuilder(heartbeat.build()).setSequence(sequence).build();
        }

        private static long watched(WatchState before, Heartbeats late) {
            return Fold.advance(before, late.build()).watchedMs();
        }

        private static int views(Heartbeat... heartbeats) {
            return fold(heartbeats).days().views();
        }
    }

    @Nested
    class By_day {

        @Test
        void views_and_time_stand_on_the_day_they_occurred() {
            WatchState state = fold(
                    phone(1, 0).build(),
                    phone(2, 10).position(10).build(),
                    heartbeat().session("tv", 1).after(86_400).build(),
                    heartbeat().session("tv", 2).after(86_405).position(5).build());

            assertThat(state.days().days())
                    .extracting(Day::views, Day::watchedMs)
                    .containsExactly(tuple(1, 10_000L), tuple(1, 5_000L));
        }

        @Test
        void that_is_not_the_day_they_came_on() {
            Heartbeat late =
                    phone(1, 0).receivedAt(START.plus(Duration.ofDays(2))).build();

            assertThat(fold(late).days()).isEqualTo(Days.NONE.with(START.toEpochMilli(), 1, 0));
        }
    }

    private static Heartbeats phone(long sequence, double seconds) {
        return heartbeat().session("phone", sequence).after(seconds);
    }
}
