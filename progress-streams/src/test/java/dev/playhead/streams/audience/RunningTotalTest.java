package dev.playhead.streams.audience;

import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.streams.progress.Fold;
import dev.playhead.streams.progress.WatchState;
import org.junit.jupiter.api.Test;

class RunningTotalTest {
    private static final WatchState SEEN = Fold.advance(
            WatchState.initial(),
            heartbeat().duration(10).position(4).played(0, 4).build());

    @Test
    void what_was_told_does_not_change_with_it() {
        RunningTotal running = new RunningTotal();
        running.plus(Change.to(SEEN));
        Total told = running.total();
        RunningTotal another = new RunningTotal(told);

        another.plus(Change.to(SEEN));
        running.plus(Change.to(SEEN));

        assertThat(told).isEqualTo(Contributions.of(SEEN).total());
        assertThat(running.total()).isEqualTo(told.plus(told)).isEqualTo(another.total());
        assertThat(TotalFormat.read(TotalFormat.write(running))).isEqualTo(running.total());
    }

    @Test
    void nothing_is_left_when_all_was_taken_back() {
        RunningTotal running = new RunningTotal();
        running.plus(Change.to(SEEN));
        running.plus(Change.between(SEEN, SEEN.reset(1)));

        assertThat(running.total()).isEqualTo(Total.NONE);
        assertThat(running.size()).isEqualTo(Total.NONE.size());
    }
}
