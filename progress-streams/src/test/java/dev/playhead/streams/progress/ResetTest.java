package dev.playhead.streams.progress;

import static dev.playhead.streams.progress.Folding.fold;
import static dev.playhead.testing.sample.Heartbeats.START;
import static dev.playhead.testing.sample.Heartbeats.at;
import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.Heartbeat;
import org.junit.jupiter.api.Test;

class ResetTest {
    private static final long RESET = START.plusSeconds(100).toEpochMilli();

    @Test
    void all_begins_anew_in_the_next_attempt() {
        WatchState state = fold(at(480)).reset(RESET);

        assertThat(state).isEqualTo(WatchState.begin(new Marker(2, RESET)));
        assertThat(state.isCompleted()).isFalse();
        assertThat(state.furthestMs()).isZero();
    }

    @Test
    void what_occurred_at_or_before_it_is_ignored_whenever_it_arrives() {
        WatchState state = fold(at(480)).reset(RESET);

        assertThat(Fold.advance(state, heartbeat().position(590).after(100).build()))
                .isEqualTo(state);
        assertThat(Fold.advance(state, heartbeat().position(590).after(-5_000).build()))
                .isEqualTo(state);
        assertThat(Fold.advance(state, heartbeat().position(590).after(100.001).build())
                        .furthestMs())
                .isEqualTo(590_000);
    }

    @Test
    void what_occurred_before_it_is_ignored_though_it_was_received_after_it() {
        WatchState state = fold(at(480)).reset(RESET);
        Heartbeat late =
                heartbeat().position(590).receivedAt(START.plusSeconds(3_600)).build();

        assertThat(Fold.advance(state, late)).isEqualTo(state);
    }

    @Test
    void completion_is_announced_once_more_in_the_new_attempt() {
        WatchState before = fold(at(480)).reset(RESET);
        WatchState after =
                Fold.advance(before, heartbeat().position(500).after(200).build());

        assertThat(after.isCompletedSince(before)).isTrue();
        assertThat(after.attempt()).isEqualTo(2);
    }

    @Test
    void an_earlier_reset_that_comes_late_does_not_set_the_time_back() {
        WatchState state = fold(at(480)).reset(RESET).reset(RESET - 50_000);

        assertThat(state.marker()).isEqualTo(new Marker(3, RESET));
    }

    @Test
    void a_reset_of_more_holds_for_what_was_never_watched_and_not_again_for_what_was() {
        Marker wider = new Marker(3, RESET);

        assertThat(WatchState.initial().under(wider).marker()).isEqualTo(wider);
        assertThat(fold(at(10)).under(wider).marker()).isEqualTo(Marker.FIRST);
        assertThat(WatchState.begin(new Marker(2, RESET + 5)).under(wider).marker())
                .isEqualTo(new Marker(3, RESET + 5));
        assertThat(WatchState.begin(new Marker(4, RESET - 5)).under(wider).marker())
                .isEqualTo(new Marker(4, RESET));
    }
}
