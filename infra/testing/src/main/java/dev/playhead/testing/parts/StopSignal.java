package dev.playhead.testing.parts;

import java.io.IOException;

/// The signal that asks a process to end. PostgreSQL takes INT for 'now, in order' and TERM for
/// 'when all have left'.
public enum StopSignal {
    TERM,
    INT;

    /// Sends it; a process that is already gone is no error.
    void sendTo(ProcessHandle process) {
        if (this == TERM) {
            process.destroy();
        } else {
            sendByShell(process.pid());
        }
    }

    // Java has no call for SIGINT; kill is built into every POSIX shell.
    private void sendByShell(long pid) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -" + name() + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new PartFailedException("Cannot send SIG" + name() + " to process " + pid + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
