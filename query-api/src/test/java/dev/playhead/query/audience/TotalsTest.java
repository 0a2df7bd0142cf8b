package dev.playhead.query.audience;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotalsTest {

    @ParameterizedTest
    @CsvSource({"3, 600000, 200", "3, 1000, 0.333", "3, 2000, 0.667", "7, 0, 0", "1, 10000000, 10000"})
    void what_a_viewer_watched_is_told_to_the_millisecond(long viewers, long watchedMs, String seconds) {
        assertThat(new Totals(viewers, 0, 0, watchedMs, 0).averageWatchTime().toString())
                .isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({"2, 10001, 50.01", "3, 10000, 33.33", "3, 20000, 66.67", "4, 40000, 100", "1, 0, 0"})
    void how_far_a_viewer_came_is_told_in_percent_to_the_hundredth(long viewers, long furthest, String percentage) {
        assertThat(new Totals(viewers, 0, 0, 0, furthest).averagePercentage().toString())
                .isEqualTo(percentage);
    }

    @Test
    void of_nobody_all_is_zero() {
        assertThat(Totals.NOTHING.averageWatchTime()).isEqualTo("0");
        assertThat(Totals.NOTHING.averagePercentage()).isEqualTo("0");
        assertThat(Along.share(0, 0)).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 0.3333", "2, 3, 0.6667", "5, 5, 1", "0, 5, 0", "1, 20000, 0.0001"})
    void shares_are_told_to_the_ten_thousandth(long of, long viewers, String share) {
        assertThat(Along.share(of, viewers).toString()).isEqualTo(share);
    }
}
