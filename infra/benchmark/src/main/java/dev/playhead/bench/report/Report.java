package dev.playhead.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// All that was measured in a run.
///
/// @param about the run itself: commit, cores, sizes
public record Report(Map<String, Object> about, List<Measured> all) {
    private static final String LINE = "%-26s %12s %12s %-11s %-20s %-8s %-8s %s%n";
    private static final double LARGE = 1_000;

    public Report {
        all = List.copyOf(all);
    }

    public String table() {
        String facts = about.entrySet().stream()
                .map(fact -> fact.getKey() + " " + fact.getValue())
                .collect(Collectors.joining(", ", "", "%n".formatted()));
        String heading = LINE.formatted("path", "limit", "ours", "", "ratio (of rounds)", "goal", "", "also, of ours");
        return facts + heading + all.stream().map(Report::line).collect(Collectors.joining());
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
        json.put("unit", each.unit());
        json.put("ratio", each.ratio());
        json.put("goal", each.goal().text());
        json.put("met", each.isMet());
        json.put("rounds", each.rounds());
        return json;
    }

    private static String line(Measured each) {
        return LINE.formatted(
                        each.path(),
                        number(each.median(round -> round.limit().value())),
                        number(each.median(round -> round.ours().value())),
                        each.unit(),
                        "%.2f (%.2f-%.2f)".formatted(each.ratio(), each.lowestRatio(), each.highestRatio()),
                        each.goal().text(),
                        outcome(each),
                        also(each))
                .stripTrailing()
                .concat("%n".formatted());
    }

    private static String outcome(Measured each) {
        return switch (each.goal()) {
            case Goal.None _ -> "";
            default -> each.isMet() ? "met" : "NOT met";
        };
    }

    private static String also(Measured each) {
        Function<String, Double> middle =
                name -> each.median(round -> round.ours().more().getOrDefault(name, Double.NaN));
        return each.rounds().getFirst().ours().more().keySet().stream()
                .map(name -> name + " " + number(middle.apply(name)))
                .collect(Collectors.joining(", "));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < LARGE ? "%.2f" : "%,.0f", value);
    }
}
