package dev.playhead.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// What a dashboard asks Prometheus for.
///
/// @param labels by which it tells them apart
record Metric(String name, Set<String> labels) {
    private static final Path DASHBOARDS = Path.of("../grafana/dashboards");
    private static final Pattern NAME = Pattern.compile("\\b(?:playhead|http|jvm|kafka)_\\w+");
    private static final Pattern GROUPS = Pattern.compile("by \\(([^)]*)\\)");
    private static final Pattern SELECTOR = Pattern.compile("[{,](\\w+)=");

    /// Prometheus itself adds those.
    private static final Set<String> OF_THE_SCRAPE = Set.of("instance", "job");

    /// In all dashboards.
    static Set<Metric> asked() {
        try (Stream<Path> files = Files.list(DASHBOARDS)) {
            return files.flatMap(Metric::expressions).flatMap(Metric::in).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param told what services say at `/actuator/prometheus`
    boolean isIn(String told) {
        return told.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .anyMatch(line -> labels.stream().allMatch(label -> line.contains(label + "=\"")));
    }

    private static Stream<String> expressions(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(file)).findValuesAsString("expr").stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Metric> in(String expression) {
        Stream<String> groups = GROUPS.matcher(expression)
                .results()
                .flatMap(found -> Stream.of(found.group(1).split(", ")));
        Stream<String> selectors = SELECTOR.matcher(expression).results().map(found -> found.group(1));
        Set<String> labels = Stream.concat(groups, selectors)
                .filter(label -> !OF_THE_SCRAPE.contains(label))
                .collect(Collectors.toSet());
        return NAME.matcher(expression).results().map(MatchResult::group).map(name -> new Metric(name, labels));
    }
}
