package dev.playhead.query.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurveTest {
    private static final long SEED = Long.getLong("playhead.seed", System.nanoTime());
    private static final Random RANDOM = new Random(SEED);

    @ParameterizedTest
    @CsvSource({"1, 1", "999, 1", "1000, 1", "1999, 1", "2000, 2", "99999, 99", "100000, 100", "7200000, 100"})
    void a_video_has_a_bucket_for_each_whole_second_and_a_hundred_at_most(long durationMs, int count) {
        assertThat(new Buckets(durationMs).count()).isEqualTo(count);
    }

    @Test
    void buckets_are_equal_and_the_last_ends_where_the_video_does() {
        Buckets buckets = new Buckets(600_500);

        assertThat(buckets.start(0)).isEqualTo("0");
        assertThat(buckets.start(1)).isEqualTo("6.005");
        assertThat(buckets.start(99)).isEqualTo("594.495");
        assertThat(buckets.start(100)).isEqualTo("600.5");
    }

    @Test
    void curves_of_the_same_buckets_are_added_up() {
        Curve sum = Curve.sum(
                2,
                List.of(
                        new Curve(new long[] {3, 1}, new long[] {4, 1}, new long[] {0, 2}),
                        new Curve(new long[] {2, 2}, new long[] {2, 5}, new long[] {1, 0})));

        assertThat(sum.retention()).containsExactly(5, 3);
        assertThat(sum.heat()).containsExactly(6, 6);
        assertThat(sum.exits()).containsExactly(1, 2);
    }

    @Test
    void of_no_curve_there_are_zeros() {
        assertThat(Curve.sum(3, List.of()).exits()).containsExactly(0, 0, 0);
    }

    /// Of four buckets the middles of five lie at .4, 1.2, 2.0, 2.8 and 3.6.
    @Test
    void a_bucket_was_seen_as_often_as_the_one_where_its_middle_lies() {
        Curve four = new Curve(new long[] {9, 7, 5, 3}, new long[] {19, 17, 15, 13}, new long[4]);

        Curve five = Curve.sum(5, List.of(four));

        assertThat(five.retention()).containsExactly(9, 7, 5, 5, 3);
        assertThat(five.heat()).containsExactly(19, 17, 15, 15, 13);
    }

    /// Of five buckets the middles of four lie at .625, 1.875, 3.125 and 4.375.
    @Test
    void who_stands_in_a_bucket_stands_where_its_middle_lies() {
        Curve four = new Curve(new long[4], new long[4], new long[] {1, 20, 300, 4_000});

        assertThat(Curve.sum(5, List.of(four)).exits()).containsExactly(1, 20, 0, 300, 4_000);
        assertThat(Curve.sum(2, List.of(four)).exits()).containsExactly(21, 4_300);
        assertThat(Curve.sum(1, List.of(four)).exits()).containsExactly(4_321);
    }

    @RepeatedTest(50)
    void whatever_the_buckets_nobody_leaves_twice_and_nothing_is_seen_that_was_not() {
        int theirs = 1 + RANDOM.nextInt(100);
        int ours = 1 + RANDOM.nextInt(100);
        Curve curve = new Curve(counts(theirs), counts(theirs), counts(theirs));

        Curve moved = Curve.sum(ours, List.of(curve));

        assertThat(LongStream.of(moved.exits()).sum())
                .as("seed %d", SEED)
                .isEqualTo(LongStream.of(curve.exits()).sum());
        assertThat(moved.retention()).hasSize(ours);
        assertThat(boxed(curve.retention())).as("seed %d", SEED).containsAll(boxed(moved.retention()));
        assertThat(boxed(curve.heat())).as("seed %d", SEED).containsAll(boxed(moved.heat()));
        if (ours == theirs) {
            assertThat(moved.retention()).containsExactly(curve.retention());
        }
    }

    @RepeatedTest(20)
    void what_falls_all_along_falls_all_along_in_any_buckets() {
        long[] falling = counts(1 + RANDOM.nextInt(100));
        Arrays.sort(falling);
        long[] reversed = IntStream.range(0, falling.length)
                .mapToLong(bucket -> falling[falling.length - 1 - bucket])
                .toArray();

        long[] moved = Curve.sum(
                        1 + RANDOM.nextInt(100),
                        List.of(new Curve(reversed, new long[falling.length], new long[falling.length])))
                .retention();

        for (int bucket = 1; bucket < moved.length; bucket++) {
            assertThat(moved[bucket]).as("seed %d", SEED).isLessThanOrEqualTo(moved[bucket - 1]);
        }
    }

    private static long[] counts(int buckets) {
        return RANDOM.longs(buckets, 0, 1_000).toArray();
    }

    private static List<Long> boxed(long[] counts) {
        return LongStream.of(counts).boxed().toList();
    }
}
