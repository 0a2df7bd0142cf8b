package dev.playhead.query.live;

import static dev.playhead.query.live.Some.position;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class RowsPositionTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean isAway;
    private volatile CountDownLatch begun = new CountDownLatch(0);
    private final RowsPosition rows = new RowsPosition(this::answer);

    @Test
    void each_call_learns_what_is_so_after_it() {
        assertThat(rows.now().of(0)).isEqualTo(1);
        assertThat(rows.now().of(0)).isEqualTo(2);
    }

    @Test
    void many_at_once_ask_a_few_times() throws Exception {
        int callers = 200;
        begun = new CountDownLatch(callers);
        CountDownLatch done = new CountDownLatch(callers);
        for (int i = 0; i < callers; i++) {
            Thread.ofVirtual().start(() -> {
                long before = asked.get();
                begun.countDown();
                assertThat(rows.now().of(0)).isGreaterThan(before);
                done.countDown();
            });
        }
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(asked.get()).isLessThan(callers / 10);
    }

    @Test
    void while_it_is_away_it_is_as_it_last_was() {
        assertThat(rows.now().of(0)).isEqualTo(1);
        isAway = true;

        assertThat(rows.now().of(0)).isEqualTo(1);
    }

    @Test
    void what_was_never_known_is_not_made_up() {
        isAway = true;

        assertThatThrownBy(rows::now).isInstanceOf(DataAccessResourceFailureException.class);
    }

    @Test
    void while_it_is_away_not_everybody_asks() {
        isAway = true;
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(rows::now).isInstanceOf(DataAccessResourceFailureException.class);
        }

        assertThat(refused.get()).isLessThan(5);
    }

    /// The first answer takes until all who ask have begun to.
    private Position answer() {
        if (isAway) {
            refused.incrementAndGet();
            throw new DataAccessResourceFailureException("away");
        }
        long now = asked.incrementAndGet();
        awaitAll();
        return position(Map.of(0, now));
    }

    private void awaitAll() {
        try {
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
