package dev.playhead.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MomentTest {
    private static final long NOW = 1_763_726_400_123L;

    @Test
    void the_next_is_later_and_a_second_later_at_most() {
        for (long now = NOW; now < NOW + 2_500; now++) {
            assertThat(Moment.after(now, "video123") - now).isBetween(1L, 1_000L);
        }
    }

    @Test
    void there_is_one_in_each_second_whoever_asks_when() {
        assertThat(LongStream.range(NOW, NOW + 10_000)
                        .map(now -> Moment.after(now, "video123"))
                        .distinct())
                .hasSize(11);
        assertThat(Moment.after(Moment.after(NOW, "video123"), "video123"))
                .isEqualTo(Moment.after(NOW, "video123") + 1_000);
    }

    @Test
    void those_of_many_materials_lie_all_over_the_second() {
        assertThat(IntStream.range(0, 5_000)
                        .mapToLong(number -> (Moment.after(NOW, "video-" + number) - NOW - 1) / 100)
                        .distinct())
                .hasSize(10);
    }
}
