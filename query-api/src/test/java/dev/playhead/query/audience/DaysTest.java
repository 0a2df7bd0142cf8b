package dev.playhead.query.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.playhead.web.problem.FieldError;
import dev.playhead.web.problem.ProblemException;
import dev.playhead.web.problem.ProblemType;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class DaysTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 2026-11-21",
        "2028-01-01, 2028-12-31",
        "2026-01-01, 2027-01-01",
        "2028-02-29, 2028-02-29",
        "0000-01-01, 0000-12-31",
        "9999-01-01, 9999-12-31"
    })
    void are_taken_up_to_366(LocalDate from, LocalDate to) {
        assertThat(Days.of(asked(from.toString(), to.toString()))).isEqualTo(new Days(from, to));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 2026-11-20, to",
        "2028-01-01, 2029-01-01, to",
        "2026-01-01, 2027-01-02, to",
        "0001-01-01, 9999-12-31, to",
        "2026-02-29, 2026-03-01, from",
        "2026-11-21, 2026-13-01, to",
        "2026-1-1, 2026-11-21, from",
        "2026-11-21T00:00:00Z, 2026-11-21, from",
        "' 2026-11-21', 2026-11-21, from",
        "+2026-11-21, 2026-11-21, from",
        "٢٠٢٦-11-21, 2026-11-21, from"
    })
    void others_are_refused(String from, String to, String field) {
        assertThat(refused(asked(from, to)).problem().errors())
                .extracting(FieldError::field)
                .containsExactly(field);
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        MultiValueMap<String, String> twice = asked("2026-11-21", "x");
        twice.add(Days.FROM, "2026-11-21");

        assertThat(refused(new LinkedMultiValueMap<>()).problem().errors())
                .extracting(FieldError::field)
                .containsExactly(Days.FROM, Days.TO);
        assertThat(refused(twice).problem().errors())
                .extracting(FieldError::field)
                .containsExactly(Days.FROM, Days.TO);
    }

    private static ProblemException refused(MultiValueMap<String, String> parameters) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> Days.of(parameters));
        assertThat(refused.problem().type()).isEqualTo(ProblemType.INVALID);
        return refused;
    }

    private static MultiValueMap<String, String> asked(String from, String to) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        parameters.add(Days.FROM, from);
        parameters.add(Days.TO, to);
        return parameters;
    }
}
