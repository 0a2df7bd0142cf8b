package dev.playhead.streams.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WatchedTest {
    private static final int LENGTH = 400;

    private final long seed = Long.getLong("playhead.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void spans_that_overlap_or_touch_are_one() {
        Watched watched = Watched.NOTHING.with(List.of(new Span(10, 20), new Span(30, 40), new Span(20, 25)));

        assertThat(watched.spans()).containsExactly(new Span(10, 25), new Span(30, 40));
        assertThat(watched.with(List.of(new Span(0, 100))).spans()).containsExactly(new Span(0, 100));
    }

    @Test
    void what_is_missing_of_a_span_is_what_lies_between_the_others() {
        Watched watched = Watched.of(List.of(new Span(10, 20), new Span(30, 40)));

        assertThat(watched.missing(new Span(0, 50)))
                .containsExactly(new Span(0, 10), new Span(20, 30), new Span(40, 50));
        assertThat(watched.missing(new Span(12, 18))).isEmpty();
        assertThat(watched.missing(new Span(15, 35))).containsExactly(new Span(20, 30));
    }

    @Test
    void it_agrees_with_a_set_of_all_milliseconds() {
        System.out.println("-Dplayhead.seed=" + seed);
        for (int history = 0; history < 500; history++) {
            Watched watched = Watched.NOTHING;
            BitSet set = new BitSet();
            for (int i = 0; i < Watched.SPANS_MAX; i++) {
                int from = random.nextInt(LENGTH);
                Span span = new Span(from, from + 1 + random.nextInt(20));
                long missing =
                        watched.missing(span).stream().mapToLong(Span::lengthMs).sum();
                assertThat(missing).as("seed %d", seed).isEqualTo(span.lengthMs() - covered(set, span));
                watched = watched.with(List.of(span));
                set.set((int) span.fromMs(), (int) span.toMs());
            }
            int until = random.nextInt(LENGTH);
            assertThat(watched.coveredMs(until))
                    .as("seed %d", seed)
                    .isEqualTo(set.get(0, until).cardinality());
        }
    }

    @Test
    void of_more_spans_than_there_may_be_the_closest_become_one_and_what_lay_between_is_not_covered() {
        List<Span> apart = new ArrayList<>(IntStream.range(0, Watched.SPANS_MAX)
                .mapToObj(i -> new Span(100L * i, 100L * i + 10))
                .toList());
        apart.add(new Span(553, 560));

        Watched watched = Watched.NOTHING.with(apart);

        assertThat(watched.spans()).hasSize(Watched.SPANS_MAX).contains(new Span(553, 610));
        assertThat(watched.bridgedMs()).isEqualTo(40);
        assertThat(watched.coveredMs(10_000)).isEqualTo(10 * Watched.SPANS_MAX + 7);
        assertThat(watched.missing(new Span(570, 590))).isEmpty();
    }

    @Test
    void the_closest_may_be_the_first_two() {
        List<Span> apart = new ArrayList<>(IntStream.rangeClosed(1, Watched.SPANS_MAX)
                .mapToObj(i -> new Span(100L * i, 100L * i + 10))
                .toList());
        apart.add(new Span(50, 60));

        assertThat(Watched.NOTHING.with(apart).spans()).startsWith(new Span(50, 110), new Span(200, 210));
    }

    @Test
    void no_part_of_it_is_covered_by_less_than_nothing() {
        assertThat(new Watched(List.of(new Span(0, 100)), 50).coveredMs(10)).isZero();
    }

    @Test
    void clicking_all_over_does_not_cover_what_was_not_watched() {
        Watched watched = Watched.NOTHING;
        for (int click = 0; click < 1_000; click++) {
            long at = 2L * random.nextInt(LENGTH / 2);
            watched = watched.with(List.of(new Span(at, at + 1)));
            assertThat(watched.spans().size()).isLessThanOrEqualTo(Watched.SPANS_MAX);
        }

        assertThat(watched.coveredMs(LENGTH)).isLessThanOrEqualTo(LENGTH / 2);
    }

    @Test
    void a_span_has_a_length() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(5, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(-1, 5));
    }

    private static long covered(BitSet set, Span span) {
        return set.get((int) span.fromMs(), (int) span.toMs()).cardinality();
    }
}
