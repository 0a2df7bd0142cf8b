package dev.playhead.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;

class RefusalTest {

    /// A text that is none, a number too large, a check, a null, an index entry too long, a trigger.
    @ParameterizedTest
    @ValueSource(strings = {"22021", "22003", "23514", "23502", "54000", "P0001"})
    void a_row_can_be_refused(String state) {
        assertThat(Refusal.isAboutARow(failure(state))).isTrue();
    }

    /// Gone, shut down, a deadlock, a disk that is full, too many connections, no such table, no rights, no word.
    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "40P01", "53100", "53300", "42P01", "42501", ""})
    void all_else_is_no_fault_of_a_row(String state) {
        assertThat(Refusal.isAboutARow(failure(state))).isFalse();
    }

    private static RuntimeException failure(String state) {
        return new DataAccessResourceFailureException("as Spring wraps it", new SQLException("because", state));
    }
}
