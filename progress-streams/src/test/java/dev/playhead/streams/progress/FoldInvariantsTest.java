package dev.playhead.streams.progress;

import static dev.playhead.streams.progress.Folding.fold;
import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.testing.sample.Heartbeats;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What holds for any heartbeats in any order. Run again with `-Dplayhead.seed=…` for the same ones.
class FoldInvariantsTest {
    private static final int HISTORIES = 2_000;
    private static final int SESSIONS = 5;

    private final long seed = Long.getLong("playhead.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @BeforeEach
    void say_the_seed() {
        System.out.println("-Dplayhead.seed=" + seed);
    }

    @Test
    void the_order_of_arrival_decides_no_position_no_furthest_point_and_no_completion() {
        for (int i = 0; i < HISTORIES; i++) {
            List<Heartbeat> heartbeats = history();
            WatchState inOrder = fold(heartbeats);

            Collections.shuffle(heartbeats, random);
            WatchState shuffled = fold(heartbeats);

            assertThat(shuffled.isCompleted()).as("seed %d", seed).isEqualTo(inOrder.isCompleted());
            assertThat(position(shuffled)).as("seed %d", seed).isEqualTo(position(inOrder));
        }
    }

    @Test
    void what_comes_again_changes_nothing() {
        for (int i = 0; i < HISTORIES; i++) {
            List<Heartbeat> heartbeats = history();
            WatchState once = fold(heartbeats);

            List<Heartbeat> again = new ArrayList<>(heartbeats);
            Collections.shuffle(again, random);
            heartbeats.addAll(again);

            assertThat(fold(heartbeats)).as("seed %d", seed).isEqualTo(once);
        }
    }

    @Test
    void nothing_monotonic_goes_back_and_completion_comes_once() {
        for (int i = 0; i < HISTORIES; i++) {
            WatchState before = WatchState.initial();
            int completions = 0;
            for (Heartbeat heartbeat : history()) {
                WatchState after = Fold.advance(before, heartbeat);
                assertThat(after.furthestMs()).as("seed %d", seed).isGreaterThanOrEqualTo(before.furthestMs());
                assertThat(after.lastWatchedAt()).as("seed %d", seed).isGreaterThanOrEqualTo(before.lastWatchedAt());
                assertThat(after.isCompleted() || !before.isCompleted())
                        .as("seed %d", seed)
                        .isTrue();
                completions += after.isCompletedSince(before) ? 1 : 0;
                before = after;
            }
            assertThat(completions).as("seed %d", seed).isEqualTo(before.isCompleted() ? 1 : 0);
        }
    }

    @Test
    void every_state_comes_back_from_its_stored_form() {
        for (int i = 0; i < HISTORIES; i++) {
            WatchState state = fold(history());

            assertThat(WatchStateFormat.read(WatchStateFormat.write(state)))
                    .as("seed %d", seed)
                    .isEqualTo(state);
        }
    }

    /// Heartbeats of a few sessions; clocks differ, and now and then one steps.
    private List<Heartbeat> history() {
        return new ArrayList<>(
                IntStream.range(0, 1 + random.nextInt(30)).mapToObj(this::any).toList());
    }

    private Heartbeat any(int sequence) {
        Heartbeats heartbeat = heartbeat()
                .position(random.nextInt(600))
                .after(random.nextInt(200))
                .completion(CompletionRule.POSITION, 80);
        int session = random.nextInt(SESSIONS);
        if (session > 0) {
            heartbeat.session("s" + session, sequence);
        }
        if (random.nextInt(4) == 0) {
            heartbeat.played(random.nextInt(300), 300 + random.nextInt(300));
        }
        return heartbeat.build();
    }

    private static List<Object> position(WatchState state) {
        return List.of(
                state.positionMs(),
                state.furthestMs(),
                state.firstWatchedAt(),
                state.lastWatchedAt(),
                state.material());
    }
}
