package dev.playhead.local.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.playhead.local.terminal.RefusedException;
import dev.playhead.testing.tokens.TokenRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenOptionsTest {
    @Test
    void what_is_said_is_in_the_token_and_the_last_word_counts() {
        TokenOptions options = TokenOptions.parse(List.of(
                "--data", "/a", "--sub", "tom", "--roles", "teacher,admin", "--courses", "demo,b", "--data", "/b"));

        assertThat(options.data()).isEqualTo(Path.of("/b"));
        assertThat(options.request())
                .isEqualTo(TokenRequest.of("tom", "teacher", "admin")
                        .courses(List.of("demo", "b"))
                        .ttl(Duration.ofHours(8)));
    }

    @ParameterizedTest
    @CsvSource({"30s, 30", "15m, 900", "8h, 28800", "2d, 172800"})
    void a_time_is_said_in_short(String ttl, long seconds) {
        TokenOptions options = TokenOptions.parse(List.of("--sub", "a", "--roles", "student", "--ttl", ttl));

        assertThat(options.request().ttl()).hasSeconds(seconds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--sub a",
                "--roles student",
                "--sub a --roles pupil",
                "--sub a --roles admin --ttl 0h",
                "--sub a --roles admin --ttl soon",
                "--sub a --roles admin --what",
                "--sub"
            })
    void nonsense_is_refused(String words) {
        assertThatThrownBy(() -> TokenOptions.parse(List.of(words.split(" ")))).isInstanceOf(RefusedException.class);
    }
}
