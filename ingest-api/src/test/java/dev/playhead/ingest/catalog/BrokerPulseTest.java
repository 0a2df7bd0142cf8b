package dev.playhead.ingest.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BrokerPulseTest {
    // As System.nanoTime may: from anywhere, below zero too.
    private final AtomicLong nanoTime = new AtomicLong(-5);
    private final BrokerPulse pulse = new BrokerPulse(nanoTime::get);

    @Test
    void nobody_is_alive_who_never_answered() {
        assertThat(pulse.isAlive()).isFalse();
        assertThat(pulse.isDue()).isTrue();
    }

    @Test
    void an_answer_holds_for_a_while() {
        pulse.beat();

        nanoTime.addAndGet(BrokerPulse.ALIVE_FOR.toNanos() - 1);
        assertThat(pulse.isAlive()).isTrue();
        nanoTime.addAndGet(1);
        assertThat(pulse.isAlive()).isFalse();
    }
}
