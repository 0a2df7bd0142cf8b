package dev.playhead.ingest.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PressureTest {
    private static final long HALF_A_SECOND = 500_000_000;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Pressure pressure = new Pressure(100, now::get);

    @Test
    void no_more_waits_than_there_may_and_what_is_refused_takes_no_room() {
        assertThat(pressure.enter(60)).isTrue();
        assertThat(pressure.enter(41)).isFalse();
        assertThat(pressure.enter(40)).isTrue();
        assertThat(pressure.bytes()).isEqualTo(100);

        pressure.leave(60, false);

        assertThat(pressure.enter(60)).isTrue();
    }

    @Test
    void after_a_failure_nobody_waits_but_one_every_half_a_second() {
        pressure.enter(10);
        pressure.leave(10, true);

        assertThat(pressure.enter(10)).isFalse();
        now.addAndGet(HALF_A_SECOND);
        assertThat(pressure.enter(10)).isTrue();
        assertThat(pressure.enter(10)).isFalse();
        assertThat(pressure.bytes()).isEqualTo(10);
    }

    @Test
    void the_first_acknowledgement_lets_everybody_in_again() {
        pressure.enter(10);
        pressure.enter(10);
        pressure.leave(10, true);

        pressure.leave(10, false);

        assertThat(pressure.enter(50)).isTrue();
        assertThat(pressure.enter(50)).isTrue();
    }
}
