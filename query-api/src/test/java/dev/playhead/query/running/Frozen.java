package dev.playhead.query.running;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A process and its children that do nothing and are not gone, until they are let go: as on a
/// machine that hangs.
public final class Frozen implements AutoCloseable {
    private final List<String> pids;

    private Frozen(List<String> pids) {
        this.pids = pids;
    }

    public static Frozen of(long pid) {
        // The parent first: it has no more children then.
        signal("STOP", List.of(Long.toString(pid)));
        ProcessHandle parent = ProcessHandle.of(pid).orElseThrow();
        List<String> pids = Stream.concat(Stream.of(parent), parent.descendants())
                .map(each -> Long.toString(each.pid()))
                .toList();
        signal("STOP", pids);
        return new Frozen(pids);
    }

    @Override
    public void close() {
        signal("CONT", pids);
    }

    private static void signal(String name, List<String> pids) {
        List<String> line = new ArrayList<>(List.of("/bin/kill", "-" + name));
        line.addAll(pids);
        try {
            new ProcessBuilder(line).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot send SIG" + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
