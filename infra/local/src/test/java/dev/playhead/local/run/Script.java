package dev.playhead.local.run;

import dev.playhead.testing.parts.ChildProcess;
import dev.playhead.testing.parts.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A script that runs, or has run.
final class Script {
    private static final Duration SHORT = Duration.ofSeconds(60);

    /// Whoever runs the tests may ignore some (nohup does SIGHUP, a script in the background
    /// SIGINT), and what a process ignores, so do its children.
    private static final List<String> SIGNALS_AS_IN_A_TERMINAL = List.of("env", "--default-signal=HUP,INT,TERM");

    private final ChildProcess process;
    private final Path output;
    private final CompletableFuture<Integer> status = new CompletableFuture<>();

    private Script(ChildProcess process, Path output) {
        this.process = process;
        this.output = output;
        process.onExit(status::complete);
    }

    /// Never builds: what Maven has just packaged is what is tested.
    static Script start(List<String> line, Map<String, String> environment) {
        try {
            Path output = Files.createTempFile("playhead-script-", ".log");
            output.toFile().deleteOnExit();
            Map<String, String> all = new HashMap<>(Map.of("PLAYHEAD_BUILD", "never"));
            all.putAll(environment);
            List<String> command = new ArrayList<>(SIGNALS_AS_IN_A_TERMINAL);
            command.addAll(line);
            return new Script(
                    ChildProcess.start(Command.of(line.getFirst(), command, output)
                            .environment(all)
                            .patience(SHORT)),
                    output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs it to its end.
    static Script run(List<String> line, Map<String, String> environment) {
        Script script = start(line, environment);
        int unused = script.awaitExit(SHORT);
        return script;
    }

    static Script run(String... line) {
        return run(List.of(line), Map.of());
    }

    ProcessHandle handle() {
        return ProcessHandle.of(process.pid()).orElseThrow();
    }

    ChildProcess process() {
        return process;
    }

    int awaitExit(Duration bound) {
        try {
            return status.get(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            List<ProcessHandle> started = handle().descendants().toList();
            process.kill();
            started.forEach(ProcessHandle::destroyForcibly);
            throw new AssertionError("It did not end within " + bound + ". It said:\n" + output(), e);
        }
    }

    int status() {
        return awaitExit(SHORT);
    }

    /// All it has said so far, on both streams.
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void signal(String name) {
        Signals.send(name, process.pid());
    }
}
