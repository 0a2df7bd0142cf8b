package dev.playhead.ingest.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int BURST = 3;
    private static final int KEYS_MAX = 50;

    // As of `System.nanoTime`, which may be below zero.
    private final AtomicLong nanos = new AtomicLong(-Duration.ofSeconds(2).toNanos());
    private final RateLimit limit = new RateLimit(new RateLimitSettings(EVERY, BURST, KEYS_MAX), nanos::get);

    @Test
    void each_student_has_a_bucket_for_each_video() {
        takeAll("ana", "v");

        assertThat(limit.take("ana", "v").isGiven()).isFalse();
        assertThat(limit.take("ana", "w").isGiven()).isTrue();
        assertThat(limit.take("bo", "v").isGiven()).isTrue();
    }

    @Test
    void it_is_given_again_in_time() {
        takeAll("ana", "v");
        pass(EVERY.minusMillis(1));
        assertThat(limit.take("ana", "v").isGiven()).isFalse();

        pass(Duration.ofMillis(1));

        assertThat(limit.take("ana", "v").isGiven()).isTrue();
        assertThat(limit.take("ana", "v").isGiven()).isFalse();
    }

    @Test
    void a_bucket_that_is_asked_all_the_time_is_not_forgotten() {
        takeAll("ana", "v");
        int given = 0;
        for (int i = 0; i < 200; i++) {
            pass(Duration.ofMillis(50));
            given += limit.take("ana", "v").isGiven() ? 1 : 0;
        }

        assertThat(given).isEqualTo(10);
    }

    @Test
    void no_more_are_remembered_than_may_be() {
        IntStream.range(0, 100 * KEYS_MAX).forEach(i -> limit.take("student-" + i, "v"));

        assertThat(limit.size()).isLessThanOrEqualTo(KEYS_MAX);
    }

    @Test
    void one_that_is_full_again_is_forgotten() {
        takeAll("ana", "v");
        pass(EVERY.multipliedBy(BURST));

        assertThat(limit.size()).isZero();
    }

    @Test
    void all_at_once_get_no_more_than_one_after_the_other() {
        long given = IntStream.range(0, 10_000)
                .parallel()
                .filter(i -> limit.take("ana", "v").isGiven())
                .count();

        assertThat(given).isEqualTo(BURST);
    }

    @Test
    void settings_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> new RateLimitSettings(Duration.ZERO, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("playhead.rate-limit");
        assertThatThrownBy(() -> new RateLimitSettings(EVERY, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RateLimitSettings(EVERY, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private void takeAll(String student, String video) {
        IntStream.range(0, BURST)
                .forEach(i -> assertThat(limit.take(student, video).isGiven()).isTrue());
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
