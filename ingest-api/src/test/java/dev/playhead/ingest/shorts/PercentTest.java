package dev.playhead.ingest.shorts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "100, 45000",
        "1E+2, 45000",
        "95, 42750",
        "94.999, 42749",
        "94.9999999999999999, 42749",
        "0.0022, 0",
        "0.00223, 1",
        "1e-2147483647, 0",
        "0e2147483647, 0",
        "33.333333333333336, 15000"
    })
    void reaches_the_last_whole_millisecond(String percent, long ms) {
        assertThat(Percent.ms(new BigDecimal(percent), 45_000, 95)).isEqualTo(ms);
    }

    @ParameterizedTest
    @CsvSource({"94.9999, 42781", "95, 42782", "95.0000, 42782", "95.001, 42782", "100, 45033"})
    void what_reaches_the_threshold_reaches_it_to_the_millisecond(String percent, long ms) {
        assertThat(Percent.ms(new BigDecimal(percent), 45_033, 95)).isEqualTo(ms);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00", "45000, 100.00", "22500, 50.00", "1, 0.00", "3, 0.01", "15000, 33.33", "30000, 66.67"})
    void has_two_decimals_rounded_half_up(long ms, String percent) {
        assertThat(Percent.of(ms, 45_000)).isEqualTo(new BigDecimal(percent));
    }
}
