package dev.playhead.query.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

    @ParameterizedTest
    @CsvSource({
        "4999, 600000, 0",
        "5000, 600000, 5000",
        "587999, 600000, 587999",
        "588000, 600000, 0",
        "600000, 600000, 0",
        // Ten seconds of credits where a fiftieth is less.
        "289999, 300000, 289999",
        "290000, 300000, 0",
        // Shorter than its credits would be.
        "8000, 10000, 0",
        // A fiftieth that is no whole millisecond: 600.001 s less 12.00002 s.
        "588000, 600001, 588000",
        "588001, 600001, 0",
    })
    void nobody_resumes_into_the_credits(long positionMs, long durationMs, long resumeMs) {
        assertThat(at(positionMs, durationMs).resumeMs()).isEqualTo(resumeMs);
    }

    @ParameterizedTest
    @CsvSource({"125500, 600000, 20.92", "1, 3, 33.33", "2, 3, 66.67", "1, 800, 0.13", "60, 600, 10", "700, 600, 100"})
    void percentages_are_rounded_half_up_to_two_decimals(long positionMs, long durationMs, String percentage) {
        BigDecimal share = at(positionMs, durationMs).share();

        assertThat(Shares.percentage(share).toString()).isEqualTo(percentage);
    }

    @Test
    void a_mean_is_rounded_once() {
        BigDecimal third = Shares.of(1, 3);

        assertThat(Shares.percentage(Shares.mean(List.of(third, third, third)))).isEqualTo("33.33");
        assertThat(Shares.percentage(Shares.mean(List.of(Shares.of(125_500, 600_000), BigDecimal.ZERO))))
                .isEqualTo("10.46");
        assertThat(Shares.percentage(Shares.mean(List.of()))).isEqualTo("0");
    }

    private static Standing at(long positionMs, long durationMs) {
        return new Standing(positionMs, positionMs, durationMs, 0, 0L, null, 1);
    }
}
