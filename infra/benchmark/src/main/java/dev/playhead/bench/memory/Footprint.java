package dev.playhead.bench.memory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a process takes of the machine's memory.
///
/// @param residentMb all of it
/// @param heapMb of a virtual machine's heap, after a collection
record Footprint(double residentMb, double heapMb) {
    private static final Pattern RESIDENT = Pattern.compile("^VmRSS:\\s+(\\d+) kB", Pattern.MULTILINE);
    private static final Pattern USED = Pattern.compile("generation .*? used (\\d+)K");
    private static final double KB_IN_MB = 1_024;

    static Footprint of(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        return of(Files.readString(Path.of("/proc", Long.toString(pid), "status")), jcmd(pid, "GC.heap_info"));
    }

    static Footprint of(String status, String heapInfo) {
        return new Footprint(sum(RESIDENT, status), sum(USED, heapInfo));
    }

    private static double sum(Pattern pattern, String text) {
        double kb = 0;
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            kb += Double.parseDouble(found.group(1));
        }
        return kb / KB_IN_MB;
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return answer;
    }
}
