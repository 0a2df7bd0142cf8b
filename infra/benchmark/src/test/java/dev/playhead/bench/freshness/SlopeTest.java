package dev.playhead.bench.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SlopeTest {
    @Test
    void what_grows_steadily_grows_by_so_much_a_second() {
        Slope slope = new Slope();
        for (int second = 3; second < 9; second++) {
            slope.add(second, 100 + 20 * second);
        }

        assertThat(slope.perSecond()).isCloseTo(20, within(1e-9));
    }

    @Test
    void what_goes_up_and_down_does_not_grow() {
        Slope slope = new Slope();
        for (int second = 0; second < 8; second++) {
            slope.add(second, second % 4 == 1 || second % 4 == 2 ? 500 : 100);
        }

        assertThat(slope.perSecond()).isCloseTo(0, within(1e-9));
    }

    @Test
    void of_fewer_than_two_points_there_is_none() {
        Slope slope = new Slope();
        assertThat(slope.perSecond()).isZero();
        slope.add(1, 1);
        assertThat(slope.perSecond()).isZero();
    }
}
