package dev.playhead.bench;

import dev.playhead.bench.report.Measured;
import dev.playhead.bench.report.Report;
import dev.playhead.bench.turn.Ground;
import dev.playhead.local.parts.ServiceJvm;
import dev.playhead.local.terminal.RefusedException;
import dev.playhead.testing.parts.PartFailedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `infra/bench` runs. Its working directory is the repository's root.
final class Bench {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private Bench() {}

    public static void main(String[] args) throws Exception {
        Options options;
        try {
            options = Options.parse(List.of(args));
        } catch (IllegalArgumentException e) {
            refuse("infra/bench: " + e.getMessage() + ". See infra/bench --help.", WRONG_USAGE);
            return;
        }
        List<Measured> measured = new ArrayList<>();
        Optional<String> failure = measure(options, measured);
        Report report = new Report(about(options), measured);
        System.out.println();
        System.out.print(report.table());
        if (options.json().isPresent()) {
            report.write(options.json().get());
        }
        failure.ifPresent(why -> refuse("infra/bench: " + why, FAILED));
    }

    /// Until one cannot be measured: what was measured before it is told all the same.
    ///
    /// @return why one could not
    private static Optional<String> measure(Options options, List<Measured> measured) throws Exception {
        Path directory = Path.of("infra/benchmark/target/run").toAbsolutePath();
        for (Subject subject : options.subjects()) {
            try {
                measured.addAll(subject.measurement().run(ground(options, subject, directory.resolve(subject.word()))));
            } catch (RefusedException | PartFailedException e) {
                return Optional.of(subject.word() + ": " + e.getMessage());
            }
        }
        return Optional.empty();
    }

    private static Ground ground(Options options, Subject subject, Path directory) {
        return new Ground(
                directory,
                options.rows(),
                options.rounds(),
                options.each().orElse(subject.each()),
                options.profile(),
                System.out::println);
    }

    private static Map<String, Object> about(Options options) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("commit", System.getProperty("playhead.commit", "unknown"));
        about.put("cores", Runtime.getRuntime().availableProcessors());
        about.put("java", Runtime.version().toString());
        about.put("service_jvm", String.join(" ", ServiceJvm.options()));
        about.put("rows", options.rows());
        about.put("rounds", options.rounds());
        options.each().ifPresent(each -> about.put("seconds", each.toSeconds()));
        return about;
    }

    private static void refuse(String why, int status) {
        System.err.println(why);
        System.exit(status);
    }
}
