package dev.playhead.query.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SmoothTest {

    @Test
    void what_only_falls_stays_as_it_is() {
        assertThat(Smooth.median(new long[] {9, 9, 7, 3, 3, 1})).containsExactly(9, 9, 7, 3, 3, 1);
    }

    @Test
    void a_step_stays_steep() {
        assertThat(Smooth.median(new long[] {8, 8, 8, 2, 2, 2})).containsExactly(8, 8, 8, 2, 2, 2);
    }

    @Test
    void a_bucket_or_two_that_are_unlike_the_others_become_like_them() {
        assertThat(Smooth.median(new long[] {5, 5, 5, 0, 0, 5, 5, 9, 5, 5})).containsOnly(5);
    }

    @Test
    void the_ends_are_their_own() {
        assertThat(Smooth.median(new long[] {})).isEmpty();
        assertThat(Smooth.median(new long[] {4})).containsExactly(4);
        assertThat(Smooth.median(new long[] {4, 1})).containsExactly(4, 1);
        assertThat(Smooth.median(new long[] {4, 1, 3})).containsExactly(4, 3, 3);
    }

    @Test
    void noise_is_how_far_off_it_was() {
        assertThat(Smooth.noise(new long[] {5, 9, 5, 5}, new long[] {5, 5, 5, 5}))
                .isCloseTo(2, within(1e-9));
        assertThat(Smooth.noise(new long[] {5, 3}, new long[] {5, 3})).isZero();
        assertThat(Smooth.noise(new long[] {}, new long[] {})).isZero();
    }
}
