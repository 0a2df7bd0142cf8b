package dev.playhead.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Signals that Java has no call for.
final class Signals {
    private Signals() {}

    static void send(String name, long pid) {
        try {
            int status = new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + pid)
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new AssertionError("No process " + pid + " to send " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
