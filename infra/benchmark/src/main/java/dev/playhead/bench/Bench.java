package dev.playhead.bench;

import dev.playhead.bench.query.QueryBench;
import dev.playhead.bench.report.Measured;
import dev.playhead.bench.report.Report;
import dev.playhead.bench.stack.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What `infra/bench` runs. Its working directory is the repository's root.
final class Bench {
    private static final int WRONG_USAGE = 2;

    /// Of all ports, so that a platform that is up stays as it is.
    private static final int PORT_OFFSET = 1_000;

    private Bench() {}

    public static void main(String[] args) throws Exception {
        Options options;
        try {
            options = Options.parse(List.of(args));
        } catch (IllegalArgumentException e) {
            System.err.println("infra/bench: " + e.getMessage() + ". See infra/bench --help.");
            System.exit(WRONG_USAGE);
            return;
        }
        Report report = new Report(about(options), measured(options));
        System.out.println();
        System.out.print(report.table());
        if (options.json().isPresent()) {
            report.write(options.json().get());
        }
    }

    private static List<Measured> measured(Options options) throws Exception {
        Path root = Path.of("").toAbsolutePath();
        Path directory = root.resolve("infra/benchmark/target/run");
        Files.createDirectories(directory);
        say("Starting the platform");
        try (Platform platform = Platform.start(root, directory.resolve("data"), PORT_OFFSET)) {
            return new QueryBench(options.rows(), options.rounds(), options.each(), Bench::say)
                    .run(platform, directory);
        }
    }

    private static Map<String, Object> about(Options options) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("commit", System.getProperty("playhead.commit", "unknown"));
        about.put("cores", Runtime.getRuntime().availableProcessors());
        about.put("heap_mb_of_each", 320);
        about.put("rows", options.rows());
        about.put("rounds", options.rounds());
        about.put("seconds", options.each().toSeconds());
        return about;
    }

    private static void say(String what) {
        System.out.println(what);
    }
}
