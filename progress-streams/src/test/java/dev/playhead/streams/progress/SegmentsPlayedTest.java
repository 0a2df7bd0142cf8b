package dev.playhead.streams.progress;

import static dev.playhead.streams.progress.Devices.phone;
import static dev.playhead.streams.progress.Folding.fold;
import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.Heartbeat;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Players that say which segments were played since they last reported.
class SegmentsPlayedTest {
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
