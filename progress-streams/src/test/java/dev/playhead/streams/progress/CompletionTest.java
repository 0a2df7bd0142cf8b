package dev.playhead.streams.progress;

import static dev.playhead.streams.progress.Folding.fold;
import static dev.playhead.testing.sample.Heartbeats.START;
import static dev.playhead.testing.sample.Heartbeats.at;
import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.serde.Events;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {

    @Nested
    class By_position {

        @ParameterizedTest(name = "{0} ms of {1} ms at {2} %: {3}")
        @CsvSource({
            "479999, 600000, 80, false",
            "480000, 600000, 80, true",
            // 80 % of 1001 ms are 800.8 ms: a millisecond before and after.
            "800, 1001, 80, false",
            "801, 1001, 80, true",
            "569999, 600000, 95, false",
            "570000, 600000, 95, true",
            "599999, 600000, 100, false",
            "600000, 600000, 100, true",
            "0, 600000, 1, false",
            "1, 1, 1, true",
        })
        void the_threshold_is_exact_to_the_millisecond(
                long furthestMs, long durationMs, int threshold, boolean completed) {
            assertThat(fold(record(furthestMs, durationMs, threshold)).isCompleted())
                    .isEqualTo(completed);
        }

        @ParameterizedTest(name = "{0} of {1} at {2} %: {3}")
        @CsvSource({
            "9223372036854775807, 9223372036854775807, 100, true",
            "7378697629483820645, 9223372036854775807, 80, false",
            "7378697629483820646, 9223372036854775807, 80, true",
            "9223372036854775807, 9223372036854775807, 2147483647, false",
            "184467440737095517, 9223372036854775807, 3, false",
            // A hundred times the first is past the longest long, once the second is not.
            "92233720368547758, 9223372036854775807, 1, false",
            "92233720368547759, 9223372036854775807, 1, true",
            "5, 0, 80, false",
            "5, -600000, 80, false",
            "5, 600000, 0, false",
            "5, 600000, -80, false",
        })
        void numbers_past_all_bounds_do_not_deceive_it(
                long furthestMs, long durationMs, int threshold, boolean completed) {
            assertThat(fold(record(furthestMs, durationMs, threshold)).isCompleted())
                    .isEqualTo(completed);
        }

        @Test
        void it_is_what_integers_without_bounds_say() {
            long seed = Long.getLong("playhead.seed", System.nanoTime());
            Random random = new Random(seed);
            for (int i = 0; i < 10_000; i++) {
                long durationMs = Math.max(1, random.nextLong(1, Long.MAX_VALUE) >>> random.nextInt(50));
                long furthestMs = random.nextLong(durationMs + 1);
                int threshold = random.nextInt(1, 101);
                boolean expected = BigInteger.valueOf(furthestMs)
                                .multiply(BigInteger.valueOf(100))
                                .compareTo(BigInteger.valueOf(durationMs).multiply(BigInteger.valueOf(threshold)))
                        >= 0;

                assertThat(fold(record(furthestMs, durationMs, threshold)).isCompleted())
                        .as("-Dplayhead.seed=%d: %d of %d at %d", seed, furthestMs, durationMs, threshold)
                        .isEqualTo(expected);
            }
        }

        @Test
        void what_one_heartbeat_reached_and_another_position_add_up_to_nothing_more() {
            assertThat(fold(at(240), at(240)).isCompleted()).isFalse();
        }
    }

    @Nested
    class Once {

        @Test
        void its_time_is_the_event_time_of_the_heartbeat_that_completed() {
            Heartbeat completing = heartbeat().position(500).after(30).build();

            WatchState state =
                    fold(at(0), completing, heartbeat().position(600).after(40).build());

            assertThat(state.completedAt()).isEqualTo(START.plusSeconds(30).toEpochMilli());
        }

        @Test
        void its_time_is_not_when_that_heartbeat_came() {
            Heartbeat late = heartbeat()
                    .position(500)
                    .receivedAt(START.plusSeconds(3_600))
                    .build();

            assertThat(fold(late).completedAt()).isEqualTo(START.toEpochMilli());
        }

        @Test
        void only_the_step_that_completed_is_said_to_have() {
            WatchState before = fold(at(479));
            WatchState after = Fold.advance(before, at(480));

            assertThat(after.isCompletedSince(before)).isTrue();
            assertThat(Fold.advance(after, at(480)).isCompletedSince(after)).isFalse();
            assertThat(Fold.advance(after, at(600)).isCompletedSince(after)).isFalse();
        }

        @Test
        void a_stricter_rule_later_takes_nothing_back() {
            Heartbeat stricter = heartbeat()
                    .position(10)
                    .after(5)
                    .completion(CompletionRule.POSITION, 100)
                    .build();

            assertThat(fold(at(480), stricter).isCompleted()).isTrue();
        }

        @Test
        void a_milder_rule_counts_what_was_reached_before() {
            Heartbeat milder = heartbeat()
                    .position(10)
                    .after(5)
                    .completion(CompletionRule.POSITION, 50)
                    .build();

            assertThat(fold(at(300), milder).completedAt())
                    .isEqualTo(START.plusSeconds(5).toEpochMilli());
        }
    }

    @Nested
    class By_other_rules {

        @Test
        void dragging_the_slider_to_the_end_completes_nothing_where_coverage_counts() {
            Heartbeat dragged = heartbeat()
                    .position(600)
                    .completion(CompletionRule.COVERAGE, 80)
                    .build();

            assertThat(fold(dragged).isCompleted()).isFalse();
        }

        @Test
        void what_was_watched_behind_the_end_of_a_shortened_material_covers_nothing() {
            Heartbeat before = heartbeat()
                    .session("s", 1)
                    .played(540, 600)
                    .completion(CompletionRule.COVERAGE, 80)
                    .build();
            Heartbeat shortened = heartbeat()
                    .session("s", 2)
                    .duration(60)
                    .playedNothingElse()
                    .after(10)
                    .completion(CompletionRule.COVERAGE, 80)
                    .build();

            assertThat(fold(before, shortened).isCompleted()).isFalse();
        }

        @Test
        void a_rule_that_this_release_does_not_know_completes_nothing() {
            Heartbeat unknown = heartbeat()
                    .position(600)
                    .completion(CompletionRule.UNKNOWN, 80)
                    .build();

            assertThat(fold(unknown).isCompleted()).isFalse();
        }
    }

    private static Heartbeat record(long positionMs, long durationMs, int threshold) {
        // The builder copies field by field, as if it came from outside.
        Events.trust();
        return Heartbeat.newBuilder(heartbeat()
                        .completion(CompletionRule.POSITION, threshold)
                        .build())
                .setPositionMs(positionMs)
                .setDurationMs(durationMs)
                .build();
    }
}
