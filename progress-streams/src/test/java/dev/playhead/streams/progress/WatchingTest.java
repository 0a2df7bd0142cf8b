package dev.playhead.streams.progress;

import static dev.playhead.streams.progress.Devices.phone;
import static dev.playhead.streams.progress.Folding.fold;
import static dev.playhead.testing.sample.Heartbeats.START;
import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.PlaybackEvent;
import dev.playhead.testing.sample.Heartbeats;
import java.time.Duration;
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
}
