package dev.playhead.bench.stack;

import dev.playhead.testing.parts.PartFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What a process and its children have of the machine's memory.
public final class Memory {
    private static final long KB = 1_024;

    private Memory() {}

    /// Resident, what they share with others in shares; 0 where the system does not tell.
    public static long residentBytes(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .mapToLong(process -> pssBytes(process.pid()))
                .sum();
    }

    /// Of a virtual machine's heap, what is left after everything that can be collected was.
    public static long liveHeapBytes(long pid) {
        jcmd(pid, "GC.run");
        return jcmd(pid, "GC.heap_info")
                .lines()
                .filter(line -> line.contains("total") && line.contains("used"))
                .mapToLong(Memory::usedBytes)
                .sum();
    }

    /// Of a line such as `tenured generation total 41012K, used 24012K [0x…`.
    public static long usedBytes(String line) {
        String used = line.substring(line.indexOf("used ") + "used ".length());
        return Long.parseLong(used.substring(0, used.indexOf('K'))) * KB;
    }

    /// Of the lines of `/proc/<pid>/smaps_rollup`.
    public static long pssBytes(Stream<String> lines) {
        return lines.filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KB)
                .sum();
    }

    private static long pssBytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return pssBytes(lines);
        } catch (IOException | UncheckedIOException e) {
            // It has ended, or there is no such file here.
            return 0;
        }
    }

    private static String jcmd(long pid, String command) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process process = new ProcessBuilder(List.of(jcmd.toString(), Long.toString(pid), command))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        } catch (IOException e) {
            throw new PartFailedException("Cannot ask process " + pid + " for its heap: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailedException("Interrupted", e);
        }
    }
}
