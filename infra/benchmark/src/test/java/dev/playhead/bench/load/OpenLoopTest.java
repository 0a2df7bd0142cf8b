package dev.playhead.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    @Test
    void calls_do_not_wait_for_those_before_them_and_a_stall_counts_for_all_who_came_meanwhile() {
        CountDownLatch last = new CountDownLatch(100);

        // Nobody is answered before the last has called.
        Histogram nanos = OpenLoop.run(1_000, Duration.ofMillis(100), () -> {
            last.countDown();
            last.await();
        });

        assertThat(nanos.getTotalCount()).isEqualTo(100);
        assertThat(nanos.getValueAtPercentile(50)).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(40));
        assertThat(nanos.getMaxValue()).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(95));
    }

    @Test
    void one_that_fails_ends_it() {
        AtomicInteger calls = new AtomicInteger();

        assertThatThrownBy(() -> OpenLoop.run(1_000, Duration.ofSeconds(30), () -> {
                    calls.incrementAndGet();
                    throw new IllegalArgumentException("refused");
                }))
                .hasRootCauseMessage("refused");
        assertThat(calls).hasValueLessThan(30_000);
    }

    @Test
    void a_load_that_piles_up_is_no_measurement() {
        CountDownLatch over = new CountDownLatch(1);

        assertThatThrownBy(() -> OpenLoop.run(100_000, Duration.ofSeconds(30), over::await))
                .hasMessage("100000 calls a second are more than it can take");
        over.countDown();
    }
}
