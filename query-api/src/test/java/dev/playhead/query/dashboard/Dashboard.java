package dev.playhead.query.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A file of Grafana's, as it stands in `infra/grafana`.
record Dashboard(String name, JsonNode json) {
    static final Path HOME = Path.of("../infra/grafana");

    static Dashboard read(String name) {
        return new Dashboard(name, JsonMapper.shared().readTree(text(HOME.resolve("dashboards/" + name))));
    }

    static Stream<Dashboard> all() {
        try (Stream<Path> files = Files.list(HOME.resolve("dashboards"))) {
            return files.map(file -> read(file.getFileName().toString())).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A picture, and the question that it draws the answer of.
    record Panel(String title, JsonNode json, String sql) {
        /// The columns that it knows how to show: those that it names, and the one along which it draws.
        Set<String> columns() {
            Stream<String> named = json.at("/fieldConfig/overrides")
                    .valueStream()
                    .map(each -> each.at("/matcher/options").asString());
            Stream<String> time = json.path("type").asString().equals("timeseries") ? Stream.of("time") : Stream.of();
            return Stream.concat(named, time).collect(Collectors.toSet());
        }

        @Override
        public String toString() {
            return title;
        }
    }

    /// Those that ask the tables.
    List<Panel> panels() {
        return json.path("panels")
                .valueStream()
                .filter(panel -> panel.at("/targets/0").has("rawSql"))
                .map(panel -> new Panel(
                        panel.path("title").asString(),
                        panel,
                        panel.at("/targets/0/rawSql").asString()))
                .toList();
    }

    /// Whom it asks, wherever it says so.
    Collection<String> sources() {
        List<String> sources = new ArrayList<>();
        json.findValues("datasource")
                .forEach(each -> sources.add(each.path("uid").asString()));
        return sources;
    }

    static Set<String> provisioned() {
        JsonNode sources = JsonMapper.shared()
                .valueToTree(new Yaml().load(text(HOME.resolve("provisioning/datasources/playhead.yaml"))));
        return sources.path("datasources")
                .valueStream()
                .map(each -> each.path("uid").asString())
                .collect(Collectors.toSet());
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
