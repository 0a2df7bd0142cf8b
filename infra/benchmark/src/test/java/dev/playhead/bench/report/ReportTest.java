package dev.playhead.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.bench.report.Round.Latency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {
    private final Measured met = new Measured("status", 2, List.of(round(1, 1.5), round(2, 2), round(1, 3)));
    private final Measured notMet = new Measured("course", 2, List.of(round(1, 2.5)));

    @Test
    void the_middle_of_the_rounds_decides_and_the_spread_is_told() {
        assertThat(met.ratio()).isEqualTo(1.5);
        assertThat(met.lowestRatio()).isEqualTo(1);
        assertThat(met.highestRatio()).isEqualTo(3);
        assertThat(met.isMet()).isTrue();
        assertThat(notMet.isMet()).isFalse();
        assertThat(new Measured("even", 2, List.of(round(1, 1), round(1, 2))).ratio())
                .isEqualTo(1.5);
    }

    @Test
    void a_table_for_people() {
        assertThat(new Report(Map.of("rows", 100), List.of(met, notMet)).table())
                .contains("rows 100")
                .containsPattern("status +0\\.50 +1\\.00 +0\\.50 +2\\.00 +1\\.50 \\(1\\.00-3\\.00\\) +<= 2 +met")
                .containsPattern("course .*NOT met");
    }

    @Test
    void json_for_machines(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("out.json");

        new Report(Map.of("rows", 100), List.of(met, notMet)).write(file);

        JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(json.path("rows").asInt()).isEqualTo(100);
        assertThat(json.at("/paths/0/ratio_of_p99").asDouble()).isEqualTo(1.5);
        assertThat(json.at("/paths/0/rounds/2/ours/p99Ms").asDouble()).isEqualTo(3);
        assertThat(json.at("/paths/1/met").asBoolean(true)).isFalse();
    }

    private static Round round(double limitMs, double oursMs) {
        return new Round(new Latency(0.5, limitMs, 10), new Latency(0.5, oursMs, 10));
    }
}
