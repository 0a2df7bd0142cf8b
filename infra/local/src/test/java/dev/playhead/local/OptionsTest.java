package dev.playhead.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.playhead.local.terminal.RefusedException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void nothing_said_is_the_demo_on_the_usual_ports() {
        assertThat(Options.parse(List.of())).isEqualTo(new Options(Path.of(".playhead"), false, true, 0));
    }

    @Test
    void every_option_counts() {
        List<String> words = List.of("--data", "/x", "--fresh", "--no-demo", "--port-offset", "100");

        assertThat(Options.parse(words)).isEqualTo(new Options(Path.of("/x"), true, false, 100));
    }

    @Test
    void nonsense_is_refused() {
        assertThatThrownBy(() -> Options.parse(List.of("--what")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("--what");
        assertThatThrownBy(() -> Options.parse(List.of("--data"))).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> Options.parse(List.of("--port-offset", "x"))).isInstanceOf(RefusedException.class);
    }
}
