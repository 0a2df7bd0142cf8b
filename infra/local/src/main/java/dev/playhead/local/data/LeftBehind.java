package dev.playhead.local.data;

import dev.playhead.testing.parts.Leftover;
import dev.playhead.testing.parts.StopSignal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// The processes that a killed launcher left running on a data directory.
///
/// A pid in a file proves nothing, and a process killed while it starts has none yet. So each
/// process is known by its environment: the script that runs the launcher puts the data directory
/// there, and all that the launcher starts inherits it.
public record LeftBehind(Path data) {
    /// The variable with the data directory in it.
    public static final String VARIABLE = "PLAYHEAD_UP_DATA";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String LAUNCHER = "dev.playhead.local.Up";

    /// Stops them, side by side. Only whoever holds the directory's lock may: then none of them has an owner.
    ///
    /// @return how many there were
    public int stop() {
        List<ProcessHandle> left = find();
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            left.forEach(process -> together.execute(() -> Leftover.stop(process, StopSignal.TERM, PATIENCE)));
        }
        return left.size();
    }

    private List<ProcessHandle> find() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> isOnThisData(process.pid()))
                // Another launcher, about to be refused the lock.
                .filter(process -> words(process.pid(), "cmdline").noneMatch(LAUNCHER::equals))
                .toList();
    }

    private boolean isOnThisData(long pid) {
        String prefix = VARIABLE + "=";
        return words(pid, "environ")
                .filter(word -> word.startsWith(prefix))
                .anyMatch(word -> isThisData(Path.of(word.substring(prefix.length()))));
    }

    private boolean isThisData(Path named) {
        try {
            return named.toRealPath().equals(data);
        } catch (IOException e) {
            return false;
        }
    }

    // Of other users' processes nothing can be read, and those are not ours.
    private static Stream<String> words(long pid, String file) {
        try {
            byte[] bytes = Files.readAllBytes(Path.of("/proc", Long.toString(pid), file));
            return Arrays.stream(new String(bytes, StandardCharsets.UTF_8).split("\0"));
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
