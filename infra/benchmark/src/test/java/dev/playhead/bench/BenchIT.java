package dev.playhead.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.testing.parts.ChildProcess;
import dev.playhead.testing.parts.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The script itself, on few rows.
@Tag("long")
class BenchIT {
    private static final Duration WITHIN = Duration.ofMinutes(4);

    @Test
    void every_read_is_measured_against_its_limit(@TempDir Path directory) throws Exception {
        Path json = directory.resolve("out.json");
        Path script = Path.of("../bench").toAbsolutePath().normalize();
        List<String> line = List.of(
                script.toString(),
                "query",
                "--rows",
                "10000",
                "--rounds",
                "1",
                "--seconds",
                "1",
                "--json",
                json.toString());

        try (ChildProcess bench = ChildProcess.start(Command.of("infra/bench", line, directory.resolve("bench.log")))) {
            bench.awaitSuccess(WITHIN);
        }

        JsonNode paths = JsonMapper.shared().readTree(Files.readString(json)).path("paths");
        assertThat(paths.valueStream().map(each -> each.path("path").asString()))
                .containsExactly("status", "batch of 100", "course of 100", "continue watching");
        assertThat(paths.valueStream()
                        .map(each -> each.at("/rounds/0/ours/more/calls").asInt()))
                .allMatch(calls -> calls >= 100);
        assertThat(Files.readString(directory.resolve("bench.log"))).contains("ratio (of rounds)");
    }
}
