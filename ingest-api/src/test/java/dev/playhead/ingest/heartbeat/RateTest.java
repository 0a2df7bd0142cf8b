package dev.playhead.ingest.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateTest {
    private static final Rate RATE = new Rate(Duration.ofSeconds(1), 3);

    @Test
    void a_full_bucket_gives_its_burst_and_then_one_at_a_time() {
        long fullAt = 0;
        int given = 0;
        for (long now = 10_000; now < 20_000; now += 100) {
            Allowance allowance = RATE.take(fullAt, now);
            given += allowance.isGiven() ? 1 : 0;
            fullAt = now + allowance.fullInMs();
        }

        // Three at once, and one for each whole second of the 9.9 s after.
        assertThat(given).isEqualTo(3 + 9);
    }

    @Test
    void it_says_how_many_are_left_and_when_it_is_full() {
        assertThat(RATE.take(0, 5_000)).isEqualTo(new Allowance(true, 2, 0, 1_000));
        assertThat(RATE.take(6_000, 5_000)).isEqualTo(new Allowance(true, 1, 0, 2_000));
        assertThat(RATE.take(6_500, 5_000)).isEqualTo(new Allowance(true, 0, 0, 2_500));
        assertThat(RATE.take(7_000, 5_000)).isEqualTo(new Allowance(true, 0, 0, 3_000));
    }

    @Test
    void one_that_is_refused_takes_nothing_and_hears_how_long_to_wait() {
        assertThat(RATE.take(7_001, 5_000)).isEqualTo(new Allowance(false, 0, 1, 2_001));
        assertThat(RATE.take(8_000, 5_000)).isEqualTo(new Allowance(false, 0, 1_000, 3_000));
    }

    /// Shorts, and likes of them, are refused by the same words.
    @Test
    void who_is_refused_is_told_how_often_a_video_or_a_short_may_be_updated() {
        assertThat(RATE.refusal(RATE.take(8_000, 5_000)).problem().detail())
                .isEqualTo("A student's video or short takes an update every 1 s, 3 at once after a pause;"
                        + " this one is too soon");
    }

    @Test
    void a_clock_that_was_put_back_costs_one_bucket_and_no_more() {
        assertThat(RATE.take(86_400_000, 0)).isEqualTo(new Allowance(false, 0, 1_000, 3_000));
    }
}
