package dev.playhead.testing.parts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What to run, where, and how it wants to be stopped.
///
/// @param name for messages
/// @param line the program and its arguments
/// @param environment added to what this JVM has; secrets go here, since anyone can read a command line
/// @param log stdout and stderr are appended to it
public record Command(
        String name,
        List<String> line,
        Map<String, String> environment,
        Path workDirectory,
        Path log,
        StopSignal stopSignal,
        Duration patience) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    public Command {
        line = List.copyOf(line);
        environment = Map.copyOf(environment);
        workDirectory = workDirectory.toAbsolutePath();
        log = log.toAbsolutePath();
    }

    /// A command that stops on SIGTERM within 20 s, run in the directory of its log.
    public static Command of(String name, List<String> line, Path log) {
        Path directory = log.toAbsolutePath().resolveSibling("");
        return new Command(name, line, Map.of(), directory, log, StopSignal.TERM, PATIENCE);
    }

    public Command environment(Map<String, String> variables) {
        return new Command(name, line, variables, workDirectory, log, stopSignal, patience);
    }

    public Command in(Path directory) {
        return new Command(name, line, environment, directory, log, stopSignal, patience);
    }

    public Command stoppedBy(StopSignal signal) {
        return new Command(name, line, environment, workDirectory, log, signal, patience);
    }

    /// How long a stop waits before it kills.
    public Command patience(Duration bound) {
        return new Command(name, line, environment, workDirectory, log, stopSignal, bound);
    }
}
