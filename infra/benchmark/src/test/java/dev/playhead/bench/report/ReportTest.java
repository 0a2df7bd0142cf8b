package dev.playhead.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

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
    private final Measured met =
            new Measured("status", "ms p99", Goal.atMost(2), List.of(round(1, 1.5), round(2, 2), round(1, 3)));
    private final Measured notMet = new Measured("course", "ms p99", Goal.atMost(2), List.of(round(1, 2.5)));

    @Test
    void the_middle_of_the_rounds_decides_and_the_spread_is_told() {
        assertThat(met.ratio()).isEqualTo(1.5);
        assertThat(met.lowestRatio()).isEqualTo(1);
        assertThat(met.highestRatio()).isEqualTo(3);
        assertThat(met.isMet()).isTrue();
        assertThat(notMet.isMet()).isFalse();
        assertThat(new Measured("even", "/s", Goal.none(), List.of(round(1, 1), round(1, 2))).ratio())
                .isEqualTo(1.5);
    }

    @Test
    void a_table_for_people() {
        assertThat(new Report(Map.of("rows", 100), List.of(met, notMet)).table())
                .contains("rows 100")
                .containsPattern("status +1\\.00 +2\\.00 ms p99 +1\\.50 \\(1\\.00-3\\.00\\) +<= 2 +met +p50_ms 0\\.50")
                .containsPattern("course .*NOT met");
    }

    @Test
    void a_goal_is_met_from_its_own_side() {
        assertThat(Goal.atLeast(0.8).isMetBy(0.8)).isTrue();
        assertThat(Goal.atLeast(0.8).isMetBy(0.79)).isFalse();
        assertThat(Goal.atMost(2).isMetBy(2)).isTrue();
        assertThat(Goal.atMost(2).isMetBy(2.01)).isFalse();
        assertThat(Goal.none().isMetBy(0)).isTrue();
        assertThat(Goal.atLeast(0.8).text()).isEqualTo(">= 0.80");
    }

    @Test
    void json_for_machines(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("out.json");

        new Report(Map.of("rows", 100), List.of(met, notMet)).write(file);

        JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(json.path("rows").asInt()).isEqualTo(100);
        assertThat(json.at("/paths/0/ratio").asDouble()).isEqualTo(1.5);
        assertThat(json.at("/paths/0/rounds/2/ours/value").asDouble()).isEqualTo(3);
        assertThat(json.at("/paths/1/met").asBoolean(true)).isFalse();
    }

    private static Round round(double limitMs, double oursMs) {
        return new Round(Figure.of(limitMs), Figure.of(oursMs).with(Map.of("p50_ms", 0.5)));
    }
}
