package dev.playhead.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// All that was measured in a run.
///
/// @param about the run itself: commit, cores, sizes
public record Report(Map<String, Object> about, List<Measured> all) {
    private static final String LINE = "%-20s %10s %10s %10s %10s   %-18s %-6s %s%n";

    public String table() {
        String heading =
                LINE.formatted("path", "limit p50", "limit p99", "ours p50", "ours p99", "ratio of p99", "goal", "");
        String units = LINE.formatted("", "ms", "ms", "ms", "ms", "(of rounds)", "", "");
        return about.entrySet().stream()
                        .map(fact -> fact.getKey() + " " + fact.getValue())
                        .collect(Collectors.joining(", ", "", "%n".formatted()))
                + heading
                + units
                + all.stream().map(Report::line).collect(Collectors.joining());
    }

    public void write(Path file) throws IOException {
        Files.writeString(
                file,
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(json()));
    }

    private Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>(about);
        json.put("paths", all.stream().map(Report::json).toList());
        return json;
    }

    private static Map<String, Object> json(Measured each) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", each.path());
        json.put("ratio_of_p99", each.ratio());
        json.put("goal", each.goal());
        json.put("met", each.isMet());
        json.put("rounds", each.rounds());
        return json;
    }

    private static String line(Measured each) {
        return LINE.formatted(
                each.path(),
                ms(each.median(round -> round.limit().p50Ms())),
                ms(each.median(round -> round.limit().p99Ms())),
                ms(each.median(round -> round.ours().p50Ms())),
                ms(each.median(round -> round.ours().p99Ms())),
                "%.2f (%.2f-%.2f)".formatted(each.ratio(), each.lowestRatio(), each.highestRatio()),
                "<= " + (each.goal() == Math.rint(each.goal()) ? Long.toString(Math.round(each.goal())) : each.goal()),
                each.isMet() ? "met" : "NOT met");
    }

    private static String ms(double ms) {
        return String.format(Locale.ROOT, "%.2f", ms);
    }
}
