package dev.playhead.ingest.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.playhead.schemas.event.Course;
import dev.playhead.web.problem.ProblemException;
import dev.playhead.web.problem.ProblemType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class PreconditionReaderTest {
    private static final Course AT_3 = Catalogs.course("a", 3);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "*,           true,  false",
                "'\"3\"',         true,  false",
                "'\"1\", \"3\"',  true,  false",
                "'\"2\"',         false, false",
                "'\"03\"',        false, false",
                "'\"\"',          false, false",
                "'\"foreign\"',   false, false",
                // A weak tag is not strong enough for a write.
                "'W/\"3\"',       false, false"
            })
    void if_match_names_what_may_be_there(String header, boolean withIt, boolean without) {
        Precondition read = read(HttpHeaders.IF_MATCH, header);

        assertThat(read.holds(AT_3)).isEqualTo(withIt);
        assertThat(read.holds(null)).isEqualTo(without);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "\"3", "\"3\" \"4\"", "\"3\",", "*, \"3\"", "w/\"3\""})
    void an_if_match_of_another_form_is_malformed(String header) {
        assertMalformed(HttpHeaders.IF_MATCH, header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "3", "**"})
    void if_none_match_of_a_write_is_a_star(String header) {
        assertMalformed(HttpHeaders.IF_NONE_MATCH, header);
        assertThat(read(HttpHeaders.IF_NONE_MATCH, "*").holds(null)).isTrue();
        assertThat(read(HttpHeaders.IF_NONE_MATCH, "*").holds(AT_3)).isFalse();
    }

    private static void assertMalformed(String name, String header) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(name, header))
                .satisfies(refusal -> assertThat(refusal.problem().type()).isEqualTo(ProblemType.MALFORMED));
    }

    private static Precondition read(String name, String value) {
        HttpHeaders headers = new HttpHeaders();
        headers.add(name, value);
        return PreconditionReader.read(headers);
    }
}
