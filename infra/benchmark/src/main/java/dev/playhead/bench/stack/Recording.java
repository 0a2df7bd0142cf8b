package dev.playhead.bench.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A flight recording of a process, written when it ends.
final class Recording {
    private Recording() {}

    /// Processes that are no virtual machine are left alone: the signal by which one is asked would end them.
    static void begin(long pid, Path file) {
        if (!isJava(pid)) {
            return;
        }
        // Through all filters of a request, and not the last 64 calls of it.
        run(pid, List.of("JFR.configure", "stackdepth=256"));
        run(pid, List.of("JFR.start", "settings=profile", "filename=" + file));
    }

    private static void run(long pid, List<String> command) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        line.add(Long.toString(pid));
        line.addAll(command);
        try {
            new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isJava(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .filter(command -> Path.of(command).endsWith("java"))
                .isPresent();
    }
}
