package dev.playhead.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.testing.parts.ChildProcess;
import dev.playhead.testing.parts.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The script itself, on little.
@Tag("long")
class BenchIT {
    private static final Duration WITHIN = Duration.ofMinutes(4);

    @Test
    void every_read_is_measured_against_its_limit(@TempDir Path directory) throws Exception {
        JsonNode paths = measured(directory, "query", "--rows", "10000");

        assertThat(paths.valueStream().map(each -> each.path("path").asString()))
                .containsExactly("status", "batch of 100", "course of 100", "continue watching");
        assertThat(paths.valueStream()
                        .map(each -> each.at("/rounds/0/ours/more/calls").asInt()))
                .allMatch(calls -> calls >= 100);
    }

    @Test
    void topology_and_projection_are_measured_against_their_stores(@TempDir Path directory) throws Exception {
        JsonNode paths = measured(directory, "topology", "projection");

        assertThat(paths.valueStream().map(each -> each.path("path").asString()))
                .containsExactly("topology", "projection");
        assertThat(paths.valueStream()).allSatisfy(each -> {
            assertThat(each.at("/rounds/0/limit/value").asDouble()).isPositive();
            assertThat(each.at("/rounds/0/ours/value").asDouble()).isPositive();
        });
    }

    /// One short round.
    private static JsonNode measured(Path directory, String... words) throws Exception {
        Path json = directory.resolve("out.json");
        List<String> line = new ArrayList<>();
        line.add(Path.of("../bench").toAbsolutePath().normalize().toString());
        line.addAll(List.of(words));
        line.addAll(List.of("--rounds", "1", "--seconds", "1", "--json", json.toString()));
        Path log = directory.resolve("bench.log");
        try (ChildProcess bench = ChildProcess.start(Command.of("infra/bench", line, log))) {
            bench.awaitSuccess(WITHIN);
        }
        assertThat(Files.readString(log)).contains("ratio (of rounds)");
        return JsonMapper.shared().readTree(Files.readString(json)).path("paths");
    }
}
