package dev.playhead.streams.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// What came of a command.
record Outcome(int status, String out, String err) {

    static Outcome of(String words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = DeadLettersCommand.run(
                List.of(words.split(" ")),
                Map.of(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Outcome(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    Outcome succeeded() {
        assertThat(err).isEmpty();
        assertThat(status).isZero();
        return this;
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
