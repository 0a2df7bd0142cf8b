package dev.playhead.streams.progress;

import static dev.playhead.streams.progress.Devices.phone;
import static dev.playhead.streams.progress.Devices.tablet;
import static dev.playhead.streams.progress.Folding.fold;
import static dev.playhead.testing.sample.Heartbeats.START;
import static dev.playhead.testing.sample.Heartbeats.at;
import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.PlaybackEvent;
import dev.playhead.testing.sample.Heartbeats;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What systems like this one get wrong, each once.
class FieldMistakesTest {

    @Test
    void finishing_offline_is_finished_though_something_newer_came_before() {
        WatchState online = fold(phone(1, 0).position(200).build());
        WatchState synced = fold(
                online,
                List.of(
                        tablet(1, -3_600).position(470).build(),
                        tablet(2, -3_570).position(500).played(470, 500).build()));

        assertThat(synced.isCompleted()).isTrue();
        assertThat(synced.completedAt()).isEqualTo(START.minusSeconds(3_570).toEpochMilli());
        assertThat(synced.positionMs()).isEqualTo(200_000);
    }

    @Test
    void a_late_backlog_neither_moves_the_resume_point_nor_takes_completion_back() {
        WatchState finished = fold(phone(1, 1_000).position(599).build());
        WatchState after = fold(
                finished,
                List.of(
                        tablet(1, 0).position(10).build(),
                        tablet(2, 10).position(20).build()));

        assertThat(after.positionMs()).isEqualTo(599_000);
        assertThat(after.isCompleted()).isTrue();
        assertThat(after.progressBasisPoints()).isEqualTo(finished.progressBasisPoints());
    }

    @Test
    void a_device_whose_clock_is_five_minutes_slow_loses_nothing_but_the_tie() {
        WatchState state = fold(phone(1, 0).position(100).build());
        for (int i = 0; i < 10; i++) {
            state = Fold.advance(
                    state,
                    tablet(i, 10 * i - 300)
                            .position(300 + 10 * i)
                            .played(290 + 10 * i, 300 + 10 * i)
                            .build());
        }

        assertThat(state.furthestMs()).isEqualTo(390_000);
        assertThat(state.watched().spans()).containsExactly(new Span(290_000, 390_000));
    }

    @Test
    void of_two_devices_at_60_and_80_percent_the_60_does_not_win() {
        WatchState state = fold(
                phone(1, 0).position(480).build(), tablet(1, 5).position(360).build());

        assertThat(state.progressBasisPoints()).isEqualTo(8_000);
        assertThat(state.positionMs()).isEqualTo(360_000);
    }

    @Test
    void viewers_at_double_speed_complete_by_coverage() {
        List<Heartbeat> heartbeats = new ArrayList<>();
        for (int i = 0; i <= 24; i++) {
            heartbeats.add(
                    covering(phone(i, 10 * i)).playbackRate(2).position(20 * i).build());
        }

        assertThat(fold(heartbeats).isCompleted()).isTrue();
        assertThat(fold(heartbeats).watchedMs()).isEqualTo(480_000);
    }

    @Test
    void a_jump_without_a_seek_event_is_not_credited_as_watched() {
        WatchState state = fold(
                phone(1, 0).build(),
                phone(2, 10).position(10).build(),
                phone(3, 20).position(500).build(),
                phone(4, 30).position(510).build());

        assertThat(state.watched().spans()).containsExactly(new Span(0, 10_000), new Span(500_000, 510_000));
    }

    @Test
    void progress_does_not_fall_to_zero_on_a_revisit() {
        WatchState state = fold(at(550), heartbeat().after(3 * 86_400).build());

        assertThat(state.progressBasisPoints()).isEqualTo(9_167);
        assertThat(state.isCompleted()).isTrue();
        assertThat(state.positionMs()).isZero();
    }

    @Test
    void rewatching_is_not_counted_as_new() {
        WatchState state = fold(
                covering(phone(1, 0)).build(),
                covering(phone(2, 100)).position(100).build(),
                covering(phone(3, 200)).event(PlaybackEvent.SEEKED).position(0).build(),
                covering(phone(4, 300)).position(100).build());

        assertThat(state.watchedMs()).isEqualTo(200_000);
        assertThat(state.watched().coveredMs(600_000)).isEqualTo(100_000);
        assertThat(state.isCompleted()).isFalse();
    }

    @Test
    void the_hundredth_segment_and_all_after_it_count() {
        List<Heartbeat> heartbeats = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            heartbeats.add(covering(phone(i, 4 * i + 4))
                    .position(4 * i + 4)
                    .played(4 * i, 4 * i + 4)
                    .build());
        }

        assertThat(fold(heartbeats).watched().spans()).containsExactly(new Span(0, 600_000));
        assertThat(fold(heartbeats).isCompleted()).isTrue();
    }

    @Test
    void a_reload_and_repeated_clicks_do_not_beat_the_rule_of_coverage() {
        List<Heartbeat> heartbeats = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int at = i * 37 % 600;
            heartbeats.add(covering(heartbeat().session("reload" + i / 5, i).after(i))
                    .position(at)
                    .build());
        }

        WatchState state = fold(heartbeats);
        assertThat(state.isCompleted()).isFalse();
        assertThat(state.watched().coveredMs(600_000)).isLessThan(120_000);
    }

    @Test
    void a_tab_killed_without_a_last_word_loses_nothing_that_was_said() {
        WatchState state = fold(phone(1, 0).build(), phone(2, 10).position(10).build());
        WatchState next = Fold.advance(
                state, phone(1, 900).session("next", 1).position(10).build());

        assertThat(next.watchedMs()).isEqualTo(10_000);
        assertThat(next.days().views()).isEqualTo(2);
        assertThat(next.furthestMs()).isEqualTo(10_000);
    }

    private static Heartbeats covering(Heartbeats heartbeat) {
        return heartbeat.completion(CompletionRule.COVERAGE, 80);
    }
}
