package dev.playhead.query.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HotspotsTest {
    private static final Buckets LESSON = new Buckets(600_000);
    private static final long SEED = Long.getLong("playhead.seed", System.nanoTime());
    private static final Random RANDOM = new Random(SEED);

    @Test
    void what_many_watch_over_again_is_one_from_where_it_begins_to_where_it_ends() {
        List<Hotspot> found = of(100, bucket -> bucket >= 20 && bucket < 25 ? 60 : 0);

        assertThat(found).containsExactly(hotspot("120", "150", "0.6"));
    }

    @Test
    void those_watched_most_come_first_and_there_are_five_at_most() {
        assertThat(of(100, bucket -> bucket == 10 ? 50 : bucket == 40 ? 90 : bucket == 70 ? 70 : 0))
                .containsExactly(
                        hotspot("240", "246", "0.9"), hotspot("420", "426", "0.7"), hotspot("60", "66", "0.5"));
        assertThat(of(100, bucket -> bucket % 10 == 0 ? 50 + bucket : 0))
                .extracting(Hotspot::from)
                .containsExactly(
                        new BigDecimal("540"),
                        new BigDecimal("480"),
                        new BigDecimal("420"),
                        new BigDecimal("360"),
                        new BigDecimal("300"));
    }

    @Test
    void a_bucket_between_two_does_not_part_them() {
        assertThat(of(100, bucket -> bucket == 20 || bucket == 22 ? 60 : 0))
                .containsExactly(hotspot("120", "138", "0.4"));
        assertThat(of(100, bucket -> bucket == 20 || bucket == 23 ? 60 : 0)).hasSize(2);
    }

    @Test
    void it_may_reach_to_either_end() {
        assertThat(of(100, bucket -> bucket < 3 ? 60 : 0)).containsExactly(hotspot("0", "18", "0.6"));
        assertThat(of(100, bucket -> bucket > 97 ? 60 : 0)).containsExactly(hotspot("588", "600", "0.6"));
    }

    @Nested
    class No_hotspot_is {
        @ParameterizedTest
        @ValueSource(longs = {0, 1, 100, 1_000})
        void all_of_the_video_however_often(long again) {
            assertThat(of(100, bucket -> again)).isEmpty();
        }

        @Test
        void anything_of_nobody() {
            assertThat(of(0, bucket -> 0)).isEmpty();
        }

        @Test
        void what_fewer_than_one_in_ten_watch_over_again() {
            assertThat(of(1_000, bucket -> bucket == 50 ? 99 : 0)).isEmpty();
            assertThat(of(1_000, bucket -> bucket == 50 ? 100 : 0)).hasSize(1);
        }

        @Test
        void what_is_little_more_than_what_is_usual() {
            assertThat(of(100, bucket -> bucket == 50 ? 299 : 200)).isEmpty();
            assertThat(of(100, bucket -> bucket == 50 ? 300 : 200)).hasSize(1);
        }

        @Test
        void what_three_of_a_few_watch_over_again() {
            assertThat(of(6, bucket -> bucket == 50 ? 3 : 0)).isEmpty();
            assertThat(of(6, bucket -> bucket == 50 ? 4 : 0)).hasSize(1);
        }

        @Test
        void what_was_seen_less_than_it_was_played_only_by_half_a_bucket() {
            Curve curve = new Curve(new long[] {100, 100}, new long[] {40, 101}, new long[2]);

            assertThat(Hotspots.of(curve, 100, new Buckets(2_000))).isEmpty();
        }
    }

    /// Every other viewer goes back somewhere for a while; of two hundred such classes two at most
    /// have a spot that looks hot.
    @Test
    void who_goes_back_anywhere_makes_no_spot_hot() {
        long hot = IntStream.range(0, 200)
                .filter(any -> !anywhere(50 + RANDOM.nextInt(500)).isEmpty())
                .count();

        assertThat(hot).as("seed %d", SEED).isLessThanOrEqualTo(2);
    }

    private static List<Hotspot> anywhere(int viewers) {
        long[] repeats = new long[LESSON.count()];
        for (int viewer = 0; viewer < viewers / 2; viewer++) {
            int from = RANDOM.nextInt(repeats.length);
            int to = Math.min(repeats.length, from + 1 + RANDOM.nextInt(5));
            for (int bucket = from; bucket < to; bucket++) {
                repeats[bucket]++;
            }
        }
        return of(viewers, bucket -> repeats[bucket]);
    }

    @RepeatedTest(50)
    void whatever_the_curve_hotspots_lie_apart_and_in_the_video() {
        Buckets buckets = new Buckets(RANDOM.nextLong(1, 400_000));
        long viewers = RANDOM.nextLong(1, 50);
        long[] seen = RANDOM.longs(buckets.count(), 0, viewers + 1).toArray();
        long[] played = RANDOM.longs(buckets.count(), 0, viewers * 20).toArray();

        List<Hotspot> found = Hotspots.of(new Curve(seen, played, seen), viewers, buckets);

        assertThat(found).as("seed %d", SEED).hasSizeLessThanOrEqualTo(5).allSatisfy(each -> {
            assertThat(each.from()).isNotNegative().isLessThan(each.to());
            assertThat(each.to()).isLessThanOrEqualTo(buckets.start(buckets.count()));
            assertThat(each.score()).isGreaterThan(BigDecimal.ZERO);
        });
        assertThat(found).extracting(Hotspot::score).isSortedAccordingTo((one, other) -> other.compareTo(one));
        for (Hotspot one : found) {
            assertThat(found.stream().filter(other -> !other.equals(one)))
                    .as("seed %d", SEED)
                    .allMatch(other ->
                            other.from().compareTo(one.to()) > 0 || other.to().compareTo(one.from()) < 0);
        }
    }

    private static Hotspot hotspot(String from, String to, String score) {
        return new Hotspot(new BigDecimal(from), new BigDecimal(to), new BigDecimal(score));
    }

    /// Everybody saw all of it once, and this much again.
    private static List<Hotspot> of(long viewers, IntToLongFunction again) {
        long[] repeats = IntStream.range(0, LESSON.count()).mapToLong(again).toArray();
        long[] once = new long[repeats.length];
        Arrays.fill(once, viewers);
        long[] heat = Arrays.stream(repeats).map(each -> each + viewers).toArray();
        return Hotspots.of(new Curve(once, heat, new long[repeats.length]), viewers, LESSON);
    }
}
