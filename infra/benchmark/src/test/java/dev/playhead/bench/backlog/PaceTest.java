package dev.playhead.bench.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final Pace pace = new Pace(1_000);

    @Test
    void what_counts_is_the_middle_of_a_backlog() {
        look(0, 0);
        look(10, 100);
        look(12, 900);
        look(30, 1_000);

        assertThat(pace.perSecond()).isEqualTo(400);
    }

    @Test
    void between_two_looks_it_went_evenly() {
        look(0, 0);
        look(10, 1_000);

        assertThat(pace.perSecond()).isEqualTo(100);
    }

    @Test
    void a_stall_in_the_middle_counts() {
        look(0, 0);
        look(5, 500);
        look(15, 500);
        look(20, 1_000);

        assertThat(pace.perSecond()).isBetween(44.0, 45.0);
    }

    @Test
    void it_is_over_when_all_is_drained() {
        assertThat(pace.isOver()).isFalse();
        look(0, 999);
        assertThat(pace.isOver()).isFalse();
        look(1, 1_000);
        assertThat(pace.isOver()).isTrue();
    }

    @Test
    void of_what_is_not_drained_there_is_no_pace() {
        look(0, 0);
        look(1, 899);

        assertThatThrownBy(pace::perSecond).hasMessage("899 of 1000 records are drained");
    }

    private void look(long seconds, long drained) {
        pace.look(TimeUnit.SECONDS.toNanos(seconds), drained);
    }
}
