package dev.playhead.local.terminal;

import java.io.PrintStream;
import java.time.Duration;

/// Lines for a person who waits. They come from several threads, each line whole.
public final class Terminal {
    private static final double MS = 1_000;

    private final PrintStream out;

    public Terminal(PrintStream out) {
        this.out = out;
    }

    public synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    /// One step that is done: what, how long it took, what to know about it.
    public void done(String what, Duration took, String note) {
        say("  %-18s %6.1f s   %s".formatted(what, took.toMillis() / MS, note).stripTrailing());
    }
}
