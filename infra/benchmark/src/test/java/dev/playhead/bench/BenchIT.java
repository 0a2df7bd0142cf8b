package dev.playhead.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.testing.parts.ChildProcess;
import dev.playhead.testing.parts.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The script itself, each subject for a second.
@Tag("long")
class BenchIT {
    private static final Duration WITHIN = Duration.ofMinutes(4);

    @TempDir
    private Path directory;

    @Test
    void every_read_is_measured_against_its_limit() throws Exception {
        JsonNode paths = bench("query", "--rows", "10000");

        assertThat(names(paths)).containsExactly("status", "batch of 100", "course of 100", "continue watching");
        assertThat(paths.valueStream()
                        .map(each -> each.at("/rounds/0/ours/more/calls").asInt()))
                .allMatch(calls -> calls >= 100);
    }

    @Test
    void single_heartbeats_are_measured_against_those_that_are_only_made_durable_and_upserts() throws Exception {
        JsonNode paths = bench("single");

        assertThat(names(paths)).containsExactly("single", "single, at half", "naive upsert", "naive upsert, at half");
        assertThat(values(paths, "limit")).allMatch(value -> value > 0);
        assertThat(values(paths, "ours")).allMatch(value -> value > 0);
    }

    @Test
    void batches_are_measured_against_a_producer() throws Exception {
        JsonNode paths = bench("batch");

        assertThat(names(paths)).containsExactly("batch");
        assertThat(values(paths, "limit")).allMatch(value -> value > 0);
        assertThat(values(paths, "ours")).allMatch(value -> value > 0);
    }

    @Test
    void topology_and_projection_are_measured_against_their_stores() throws Exception {
        JsonNode paths = bench("topology", "projection");

        assertThat(names(paths)).containsExactly("topology", "projection");
        assertThat(values(paths, "limit")).allMatch(value -> value > 0);
        assertThat(values(paths, "ours")).allMatch(value -> value > 0);
    }

    @Test
    void freshness_is_measured_at_half_of_what_keeps_up() throws Exception {
        JsonNode paths = bench("freshness");

        assertThat(names(paths)).containsExactly("freshness p50", "freshness p99");
        assertThat(values(paths, "limit")).containsExactly(200.0, 500.0);
        assertThat(values(paths, "ours")).allMatch(value -> value > 0);
        assertThat(paths.at("/0/rounds/0/ours/more/max_per_s").asDouble()).isPositive();
    }

    @Test
    void a_soak_finds_everything_again() throws Exception {
        JsonNode paths = bench("soak", "--seconds", "12");

        assertThat(names(paths))
                .contains("heap ingest-api", "memory postgres", "disk log", "freshness, last quarter")
                .endsWith("heartbeats found again");
        JsonNode found = paths.valueStream().toList().getLast();
        assertThat(found.path("ratio").asDouble()).isEqualTo(1);
        assertThat(found.at("/rounds/0/ours/value").asLong()).isPositive();
    }

    private JsonNode bench(String subject, String... options) throws IOException {
        Path json = directory.resolve("out.json");
        String script = Path.of("../bench").toAbsolutePath().normalize().toString();
        List<String> line = Stream.of(
                        List.of(script, subject, "--rounds", "1", "--seconds", "1", "--json", json.toString()),
                        List.of(options))
                .flatMap(List::stream)
                .toList();
        try (ChildProcess bench = ChildProcess.start(Command.of("infra/bench", line, directory.resolve("bench.log")))) {
            bench.awaitSuccess(WITHIN);
        }
        assertThat(Files.readString(directory.resolve("bench.log"))).contains("ratio (of rounds)");
        return JsonMapper.shared().readTree(Files.readString(json)).path("paths");
    }

    private static Stream<String> names(JsonNode paths) {
        return paths.valueStream().map(each -> each.path("path").asString());
    }

    private static Stream<Double> values(JsonNode paths, String whose) {
        return paths.valueStream()
                .map(each -> each.at("/rounds/0/" + whose + "/value").asDouble());
    }
}
