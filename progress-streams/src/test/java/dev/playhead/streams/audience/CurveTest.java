package dev.playhead.streams.audience;

import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.streams.progress.Fold;
import dev.playhead.streams.progress.Span;
import dev.playhead.streams.progress.WatchState;
import dev.playhead.testing.sample.Heartbeats;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {
    private static final int MANY = 200;

    private final Viewers viewers = new Viewers();

    @Test
    void a_bucket_was_seen_where_at_least_half_of_it_was_watched() {
        assertThat(curve(tenSeconds().played(0, 2.5)).retention())
                .containsExactly(1L, 1L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
        assertThat(curve(tenSeconds().played(0, 2.499)).retention()).startsWith(1L, 1L, 0L);
        assertThat(curve(tenSeconds().played(2.5, 4)).retention()).startsWith(0L, 0L, 1L, 1L, 0L);
        assertThat(curve(tenSeconds().played(2.501, 4)).retention()).startsWith(0L, 0L, 0L, 1L, 0L);
    }

    @Test
    void pieces_of_a_bucket_make_its_half_together() {
        assertThat(curve(tenSeconds().played(2, 2.2).played(2.4, 2.6).played(2.9, 3))
                        .retention())
                .startsWith(0L, 0L, 1L, 0L);
        assertThat(curve(tenSeconds().played(2, 2.2).played(2.4, 2.6).played(2.9, 2.999))
                        .retention())
                .startsWith(0L, 0L, 0L, 0L);
    }

    @Test
    void what_is_watched_again_is_seen_once_and_played_twice() {
        Curve curve = curve(tenSeconds().played(0, 3).played(1, 2));

        assertThat(curve.retention()).startsWith(1L, 1L, 1L, 0L);
        assertThat(curve.heat()).containsExactly(1L, 2L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
    }

    @Test
    void who_did_not_complete_it_stands_somewhere() {
        assertThat(curve(tenSeconds().position(3.999)).exits()).containsExactly(0L, 0L, 0L, 1L, 0L, 0L, 0L, 0L, 0L, 0L);
        assertThat(curve(tenSeconds().completion(CompletionRule.COVERAGE, 80).position(10))
                        .exits())
                .as("at its very end")
                .endsWith(0L, 1L);
        assertThat(curve(tenSeconds().position(8).played(7, 8)).exits())
                .as("of who completed it")
                .containsOnly(0L);
    }

    @Test
    void what_is_under_two_seconds_long_is_one_bucket() {
        Curve curve = curve(heartbeat().duration(1.9).position(0.5).played(0, 0.95));

        assertThat(curve.buckets()).isEqualTo(1);
        assertThat(curve.retention()).containsExactly(1L);
        assertThat(curve.exits()).containsExactly(1L);
    }

    @Test
    void curves_of_other_buckets_cannot_be_added() {
        Curve ten = curve(tenSeconds());
        Curve one = curve(heartbeat().duration(1));

        assertThatThrownBy(() -> ten.plus(one)).hasMessageContaining("10 buckets and of 1");
        assertThatThrownBy(() -> ten.minus(one)).hasMessageContaining("10 buckets and of 1");
    }

    /// Millisecond by millisecond. A bucket need not begin at a whole one: each counts as many times as
    /// there are buckets, once for each part of it that lies in the bucket.
    @Test
    void it_is_what_plain_loops_give_for_any_viewer() {
        System.out.println(Viewers.again());
        int watched = 0;
        for (int i = 0; i < MANY; i++) {
            WatchState state = viewers.any();
            if (!state.isUnwatched()) {
                Curve curve = of(state);
                assertThat(curve.retention()).as(Viewers.again()).isEqualTo(retention(state));
                assertThat(curve.heat())
                        .as(Viewers.again())
                        .isEqualTo(boxed(state.plays().counts()));
                assertThat(curve.exits()).as(Viewers.again()).isEqualTo(exits(state));
                watched++;
            }
        }
        assertThat(watched).isGreaterThan(MANY / 2);
    }

    private static List<Long> retention(WatchState state) {
        int durationMs = (int) state.material().durationMs();
        boolean[] watched = new boolean[durationMs];
        for (Span span : state.watched().spans()) {
            for (long ms = span.fromMs(); ms < span.toMs() && ms < durationMs; ms++) {
                watched[(int) ms] = true;
            }
        }
        int buckets = Math.max(1, Math.min(100, durationMs / 1_000));
        long[] parts = new long[buckets];
        for (long ms = 0; ms < durationMs; ms++) {
            for (long part = ms * buckets; part < (ms + 1) * buckets; part++) {
                if (watched[(int) ms]) {
                    parts[(int) (part / durationMs)]++;
                }
            }
        }
        List<Long> retention = new ArrayList<>();
        for (long inBucket : parts) {
            retention.add(inBucket * 2 >= durationMs ? 1L : 0L);
        }
        return retention;
    }

    private static List<Long> exits(WatchState state) {
        long durationMs = state.material().durationMs();
        List<Long> exits = new ArrayList<>();
        int buckets = state.plays().counts().length;
        for (int bucket = 0; bucket < buckets; bucket++) {
            boolean begins = state.positionMs() * buckets >= bucket * durationMs;
            boolean ends = state.positionMs() * buckets >= (bucket + 1) * durationMs && bucket < buckets - 1;
            exits.add(begins && !ends && !state.isCompleted() ? 1L : 0L);
        }
        return exits;
    }

    private static List<Long> boxed(int[] numbers) {
        List<Long> boxed = new ArrayList<>();
        for (int number : numbers) {
            boxed.add((long) number);
        }
        return boxed;
    }

    private static Heartbeats tenSeconds() {
        return heartbeat().duration(10);
    }

    private static Curve curve(Heartbeats watched) {
        return of(Fold.advance(WatchState.initial(), watched.build()));
    }

    private static Curve of(WatchState state) {
        int buckets = state.plays().counts().length;
        long[] numbers = new long[Curve.numbers(buckets)];
        CurveChange.whole(state, 1).addTo(numbers);
        return new Curve(buckets, numbers);
    }
}
