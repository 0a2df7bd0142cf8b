package dev.playhead.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff();

    @Test
    void the_first_restart_is_at_once_and_each_soon_after_waits_longer_up_to_a_bound() {
        assertThat(backoff.after(Duration.ofSeconds(1))).isZero();
        assertThat(backoff.after(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
        assertThat(backoff.after(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(2));
        for (int i = 0; i < 10; i++) {
            assertThat(backoff.after(Duration.ZERO)).isLessThanOrEqualTo(Duration.ofSeconds(15));
        }
    }

    @Test
    void a_part_that_was_well_for_long_starts_at_once_again() {
        assertThat(backoff.after(Duration.ZERO)).isLessThan(Duration.ofSeconds(2));
        assertThat(backoff.after(Duration.ZERO)).isLessThan(Duration.ofSeconds(2));

        assertThat(backoff.after(Duration.ofMinutes(5))).isZero();
    }
}
