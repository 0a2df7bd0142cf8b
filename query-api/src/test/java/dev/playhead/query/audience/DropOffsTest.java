package dev.playhead.query.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropOffsTest {
    /// Ten minutes: a hundred buckets of six seconds, and two in the credits.
    private static final Buckets LESSON = new Buckets(600_000);

    private static final long SEED = Long.getLong("playhead.seed", System.nanoTime());
    private static final Random RANDOM = new Random(SEED);

    @Test
    void where_many_stop_at_once_is_one() {
        List<DropOff> found = of(100, bucket -> bucket < 40 ? 100 : 70);

        assertThat(found).containsExactly(new DropOff(new BigDecimal("240"), new BigDecimal("0.3")));
    }

    @Test
    void the_steepest_comes_first() {
        List<DropOff> found = of(1_000, bucket -> bucket < 20 ? 1_000 : bucket < 50 ? 900 : bucket < 80 ? 500 : 300);

        assertThat(found)
                .containsExactly(
                        new DropOff(new BigDecimal("300"), new BigDecimal("0.4")),
                        new DropOff(new BigDecimal("480"), new BigDecimal("0.2")),
                        new DropOff(new BigDecimal("120"), new BigDecimal("0.1")));
    }

    @Test
    void a_fall_may_take_three_hundredths_and_is_where_it_is_steepest() {
        List<DropOff> found = of(100, bucket -> bucket < 40 ? 100 : bucket == 40 ? 95 : bucket == 41 ? 75 : 70);

        assertThat(found).containsExactly(new DropOff(new BigDecimal("246"), new BigDecimal("0.3")));
    }

    @Test
    void there_are_five_at_most() {
        assertThat(of(1_000, bucket -> 1_000 - 120 * (bucket / 12))).hasSize(5);
    }

    @Nested
    class No_drop_off_is {
        @ParameterizedTest
        @ValueSource(longs = {0, 1, 30, 100})
        void a_flat_curve_however_few_watch(long seen) {
            assertThat(of(100, bucket -> seen)).isEmpty();
        }

        @Test
        void a_curve_of_nobody() {
            assertThat(of(0, bucket -> 0)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(longs = {1, 1_000, 2_000, 3_000, 10_000, 50_000, 600_000})
        void what_is_lost_all_along(long durationMs) {
            Buckets buckets = new Buckets(durationMs);
            long[] steady = IntStream.range(0, buckets.count())
                    .mapToLong(bucket -> 1_000 - 1_000L * bucket / buckets.count())
                    .toArray();

            // Of two buckets it is all that there is.
            assertThat(DropOffs.of(steady, 1_000, buckets)).hasSizeLessThanOrEqualTo(durationMs == 2_000 ? 1 : 0);
        }

        @Test
        void what_is_less_than_twice_of_what_is_lost_all_along() {
            Buckets ten = new Buckets(10_000);

            assertThat(DropOffs.of(
                            curve(10, bucket -> 90_000 - 8_000L * bucket - (bucket < 5 ? 0 : 7_000)), 100_000, ten))
                    .isEmpty();
            assertThat(DropOffs.of(
                            curve(10, bucket -> 90_000 - 8_000L * bucket - (bucket < 5 ? 0 : 8_000)), 100_000, ten))
                    .hasSize(1);
        }

        @Test
        void what_chance_makes_of_viewers_who_leave_here_and_there() {
            assertThat(of(120, bucket -> 120 - bucket - (bucket < 50 ? 0 : 6))).isEmpty();
            assertThat(of(120, bucket -> 120 - bucket - (bucket < 50 ? 0 : 8))).hasSize(1);
        }

        @Test
        void what_is_skipped_and_seen_again_further_on() {
            assertThat(of(100, bucket -> bucket >= 30 && bucket < 60 ? 40 : 100))
                    .isEmpty();
        }

        @Test
        void those_who_come_back() {
            assertThat(of(100, bucket -> bucket < 30 ? 100 : bucket < 60 ? 40 : 90))
                    .containsExactly(new DropOff(new BigDecimal("180"), new BigDecimal("0.1")));
        }

        @Test
        void an_opening_that_many_skip() {
            assertThat(of(100, bucket -> bucket < 5 ? 30 : 90)).isEmpty();
        }

        @Test
        void a_bucket_or_two_that_few_saw() {
            assertThat(of(100, bucket -> bucket % 10 < 2 ? 50 : 100)).isEmpty();
        }

        @Test
        void the_credits() {
            assertThat(of(100, bucket -> bucket < 98 ? 100 : 10)).isEmpty();
            assertThat(of(100, bucket -> bucket < 97 ? 100 : 10)).hasSize(1);
        }

        @Test
        void the_last_tenth_of_a_short() {
            Buckets half = new Buckets(30_000);

            assertThat(DropOffs.of(curve(30, bucket -> bucket < 27 ? 100 : 10), 100, half))
                    .isEmpty();
            assertThat(DropOffs.of(curve(30, bucket -> bucket < 26 ? 100 : 10), 100, half))
                    .hasSize(1);
        }

        @Test
        void less_than_a_twentieth_of_the_viewers() {
            assertThat(of(1_000, bucket -> bucket < 40 ? 1_000 : 951)).isEmpty();
            assertThat(of(1_000, bucket -> bucket < 40 ? 1_000 : 950)).hasSize(1);
        }

        @Test
        void one_of_a_few_or_two_or_three() {
            assertThat(of(6, bucket -> bucket < 40 ? 6 : 5)).isEmpty();
            assertThat(of(6, bucket -> bucket < 40 ? 6 : 3)).isEmpty();
            assertThat(of(6, bucket -> bucket < 40 ? 6 : 2)).hasSize(1);
        }
    }

    @Nested
    class In_noise {
        /// Who is not there in one bucket is there in the next.
        @Test
        void a_flat_curve_has_none_but_once_in_a_hundred_times() {
            assertThat(times(() -> {
                        int viewers = 30 + RANDOM.nextInt(1_000);
                        double seen = 0.2 + 0.7 * RANDOM.nextDouble();
                        return of(viewers, bucket -> some(viewers, seen));
                    }))
                    .as("seed %d", SEED)
                    .isLessThanOrEqualTo(2);
        }

        /// With so many viewers chance is no excuse.
        @Test
        void nor_has_one_that_goes_up_and_down_all_along() {
            assertThat(times(() -> of(100_000, bucket -> RANDOM.nextLong(30_000, 70_000))))
                    .as("seed %d", SEED)
                    .isLessThanOrEqualTo(2);
        }

        /// Of two hundred.
        private static long times(Supplier<List<DropOff>> found) {
            return Stream.generate(found)
                    .limit(200)
                    .filter(each -> !each.isEmpty())
                    .count();
        }

        @RepeatedTest(100)
        void many_who_stop_at_once_are_found_where_they_stop() {
            int viewers = 200 + RANDOM.nextInt(1_000);
            int at = 5 + RANDOM.nextInt(85);
            double lost = 0.3 + 0.4 * RANDOM.nextDouble();

            List<DropOff> found =
                    of(viewers, bucket -> some(bucket < at ? viewers : Math.round(viewers * (1 - lost)), 0.95));

            assertThat(found).as("seed %d", SEED).hasSize(1);
            assertThat(found.getFirst().position().doubleValue())
                    .as("seed %d", SEED)
                    .isBetween((at - 2) * 6.0, (at + 2) * 6.0);
            assertThat(found.getFirst().lost().doubleValue())
                    .as("seed %d", SEED)
                    .isBetween(lost * 0.95 - 0.1, lost * 0.95 + 0.1);
        }

        @RepeatedTest(50)
        void whatever_the_curve_it_is_said_of_places_in_the_video_and_of_viewers_that_there_are() {
            Buckets buckets = new Buckets(1 + RANDOM.nextInt(4) * RANDOM.nextLong(1, 200_000));
            long viewers = RANDOM.nextLong(1, 50);
            long[] any = RANDOM.longs(buckets.count(), 0, viewers + 1).toArray();

            List<DropOff> found = DropOffs.of(any, viewers, buckets);

            assertThat(found).as("seed %d", SEED).hasSizeLessThanOrEqualTo(5);
            assertThat(found).as("seed %d", SEED).allSatisfy(each -> {
                assertThat(each.position()).isPositive().isLessThan(buckets.start(buckets.count()));
                assertThat(each.lost()).isBetween(new BigDecimal("0.05"), BigDecimal.ONE);
            });
            assertThat(found.stream().map(DropOff::position)).doesNotHaveDuplicates();
            double whole = found.stream()
                    .mapToDouble(each -> each.lost().doubleValue())
                    .sum();
            assertThat(whole).as("seed %d", SEED).isLessThanOrEqualTo(1.001);
            assertThat(DropOffs.of(Arrays.stream(any).map(each -> each * 1_000).toArray(), viewers * 1_000, buckets))
                    .as("more of the same, seed %d", SEED)
                    .hasSizeGreaterThanOrEqualTo(found.size());
        }
    }

    private static long some(long of, double share) {
        return RANDOM.doubles(of).filter(each -> each < share).count();
    }

    private static List<DropOff> of(long viewers, IntToLongFunction retention) {
        return DropOffs.of(curve(LESSON.count(), retention), viewers, LESSON);
    }

    private static long[] curve(int buckets, IntToLongFunction retention) {
        return IntStream.range(0, buckets).mapToLong(retention).toArray();
    }
}
