package dev.playhead.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    @Test
    void without_a_word_all_that_is_ordinary_is_measured_on_a_million_rows() {
        Options options = Options.parse(List.of());

        assertThat(options.subjects()).isEqualTo(Subject.ordinary());
        assertThat(options.profile()).isFalse();
        assertThat(options.rows()).isEqualTo(1_000_000);
        assertThat(options.rounds()).isEqualTo(3);
        assertThat(options.each()).isEmpty();
        assertThat(options.json()).isEmpty();
    }

    @Test
    void every_option_is_read() {
        Options options = Options.parse(
                List.of("query", "--long", "--rounds", "5", "--seconds", "2", "--profile", "--json", "out.json"));

        assertThat(options.subjects()).containsExactly(Subject.QUERY);
        assertThat(options.profile()).isTrue();
        assertThat(options.rows()).isEqualTo(10_000_000);
        assertThat(options.rounds()).isEqualTo(5);
        assertThat(options.each()).contains(Duration.ofSeconds(2));
        assertThat(options.json()).contains(Path.of("out.json"));
        assertThat(Options.parse(List.of("--rows", "500")).rows()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({
        "--fast,        unknown word --fast",
        "--rows,        --rows needs a value",
        "--rows many,   '--rows needs a number from 100 to 100000000, not many'",
        "--rounds 0,    '--rounds needs a number from 1 to 1000, not 0'"
    })
    void what_is_wrong_is_said(String words, String message) {
        assertThatThrownBy(() -> Options.parse(List.of(words.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
