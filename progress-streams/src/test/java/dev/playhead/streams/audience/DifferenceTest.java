package dev.playhead.streams.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.streams.progress.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final int LENGTH = 30;
    private static final long SEED = Long.getLong("playhead.seed", System.nanoTime());

    @Test
    void playing_on_differs_by_what_was_played() {
        assertThat(Difference.of(spans(0, 10), spans(0, 15))).isEqualTo(new Difference(10, 15));
        assertThat(Difference.of(spans(0, 10, 20, 22, 40, 50), spans(0, 10, 20, 25, 40, 50)))
                .isEqualTo(new Difference(22, 25));
        assertThat(Difference.of(spans(0, 10, 20, 30), spans(0, 30))).isEqualTo(new Difference(10, 20));
    }

    @Test
    void what_is_there_on_one_side_alone_differs_as_a_whole() {
        assertThat(Difference.of(spans(), spans(3, 4))).isEqualTo(new Difference(3, 4));
        assertThat(Difference.of(spans(3, 4, 6, 7), spans())).isEqualTo(new Difference(3, 7));
        assertThat(Difference.of(spans(1, 2, 8, 9), spans(1, 2, 4, 5, 8, 9))).isEqualTo(new Difference(4, 5));
    }

    @Test
    void the_same_differ_nowhere() {
        assertThat(Difference.of(spans(1, 2, 8, 9), spans(1, 2, 8, 9))).isEqualTo(new Difference(0, 0));
    }

    @Test
    void outside_of_it_both_cover_the_same() {
        System.out.println("-Dplayhead.seed=" + SEED);
        SplittableRandom dice = new SplittableRandom(SEED);
        for (int i = 0; i < 20_000; i++) {
            boolean[] one = any(dice);
            boolean[] other = dice.nextBoolean() ? any(dice) : one.clone();
            other[dice.nextInt(LENGTH)] ^= dice.nextBoolean();
            Difference difference = Difference.of(spans(one), spans(other));
            for (int ms = 0; ms < LENGTH; ms++) {
                boolean isInside = ms >= difference.fromMs() && ms < difference.toMs();
                assertThat(isInside || one[ms] == other[ms])
                        .as("-Dplayhead.seed=%d: %s %s", SEED, spans(one), spans(other))
                        .isTrue();
            }
        }
    }

    private static boolean[] any(SplittableRandom dice) {
        boolean[] covered = new boolean[LENGTH];
        for (int ms = 0; ms < LENGTH; ms++) {
            covered[ms] = ms > 0 && dice.nextInt(4) > 0 ? covered[ms - 1] : dice.nextBoolean();
        }
        return covered;
    }

    private static List<Span> spans(boolean[] covered) {
        List<Span> spans = new ArrayList<>();
        int from = 0;
        while (from < LENGTH) {
            int to = from;
            while (to < LENGTH && covered[to] == covered[from]) {
                to++;
            }
            if (covered[from]) {
                spans.add(new Span(from, to));
            }
            from = to;
        }
        return spans;
    }

    private static List<Span> spans(long... ends) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < ends.length; i += 2) {
            spans.add(new Span(ends[i], ends[i + 1]));
        }
        return spans;
    }
}
