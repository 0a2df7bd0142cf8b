package dev.playhead.ingest.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecondsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "125.5, 125500",
        "0.0004999, 0",
        "0.0005, 1",
        "1.0005, 1001",
        // As a double this one is a little less than it says.
        "1.0049999999999999, 1005",
        "0.29, 290",
        "604800, 604800000",
        "6e2, 600000",
        "1e-999999999, 0"
    })
    void seconds_are_exact_milliseconds_rounded_half_up(BigDecimal seconds, long ms) {
        assertThat(Seconds.toMs(seconds)).isEqualTo(ms);
    }

    @Test
    void what_is_out_of_bounds_is_not_even_rounded() {
        assertThatThrownBy(() -> Seconds.toMs(new BigDecimal("1e999999999")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Seconds.toMs(new BigDecimal("-0.001"))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"600000, 600", "125500, 125.5", "1, 0.001", "1000000, 1000"})
    void milliseconds_are_told_as_a_caller_writes_seconds(long ms, String text) {
        assertThat(Seconds.text(ms)).isEqualTo(text);
    }
}
