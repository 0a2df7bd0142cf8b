package dev.playhead.testing.parts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Processes that outlived the JVM that started them.
public final class Leftover {
    private Leftover() {}

    /// The process of that pid, if its command line has `word` in it. A pid is given to others
    /// after its process ends, so nothing may be stopped by its pid alone.
    public static Optional<ProcessHandle> find(long pid, String word) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> commandLine(pid).contains(word));
    }

    /// Asks it to end, and kills it when it does not within `patience`.
    ///
    /// @return its pid
    public static long stop(ProcessHandle process, StopSignal signal, Duration patience) {
        signal.sendTo(process);
        if (!endsWithin(process, patience)) {
            process.destroyForcibly();
            if (!endsWithin(process, patience)) {
                throw new PartFailedException("Process " + process.pid() + " cannot be killed");
            }
        }
        return process.pid();
    }

    /// Its words, separated by blanks; empty when it has gone.
    static String commandLine(long pid) {
        try {
            byte[] words = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
            return new String(words, StandardCharsets.UTF_8).replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration bound) {
        return process.onExit()
                .thenApply(ended -> true)
                .completeOnTimeout(false, bound.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
