package dev.playhead.local.supervise;

import dev.playhead.local.terminal.Terminal;
import dev.playhead.testing.parts.ChildProcess;
import dev.playhead.testing.parts.PartFailedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// One part through all its lives, on a thread of its own.
final class Supervised {
    private static final int KILLED = 137;

    private final Part part;
    private final Readiness readiness;
    private final Terminal terminal;
    private final PidFile pidFile;
    private final Backoff backoff = new Backoff();
    private final CompletableFuture<Boolean> firstStart = new CompletableFuture<>();
    private final Thread thread;
    private volatile @Nullable ChildProcess process;
    private volatile boolean starting;

    Supervised(Part part, Readiness readiness, Terminal terminal, Path run) {
        this.part = part;
        this.readiness = readiness;
        this.terminal = terminal;
        this.pidFile = new PidFile(run.resolve(part.name() + ".pid"));
        this.thread = Thread.ofVirtual().name(part.name()).unstarted(this::supervise);
    }

    void begin() {
        thread.start();
    }

    /// True when the part is up for the first time, false when all was ended before; fails with the part.
    CompletableFuture<Boolean> firstStart() {
        return firstStart;
    }

    /// Whether it has a process that [#isProcess] does not know yet, or may have one in a moment.
    boolean isStarting() {
        return starting;
    }

    boolean isProcess(long pid) {
        ChildProcess current = process;
        return current != null && current.pid() == pid;
    }

    /// Only when it is to end, else it would be started again.
    void stop() {
        ChildProcess current = process;
        if (current != null) {
            current.stop();
        }
        pidFile.delete();
    }

    private void supervise() {
        try {
            if (start()) {
                while (outlive()) {
                    restart();
                }
            }
        } catch (PartFailedException e) {
            firstStart.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            firstStart.complete(false);
        }
    }

    private boolean start() throws InterruptedException {
        if (!readiness.await(part.needs())) {
            return false;
        }
        long began = System.nanoTime();
        launch();
        terminal.done(part.name(), since(began), part.address());
        firstStart.complete(true);
        return true;
    }

    /// Waits for its end.
    ///
    /// @return whether it is to be started again
    private boolean outlive() throws InterruptedException {
        long began = System.nanoTime();
        int status = exitStatus();
        readiness.down(part.name());
        pidFile.delete();
        if (readiness.isEnding()) {
            return false;
        }
        Duration pause = backoff.after(since(began));
        String when = pause.isZero() ? "" : " in " + pause.toSeconds() + " s";
        String how = status == KILLED ? "was killed" : "ended with status " + status;
        terminal.say("  %s %s: it is started again%s".formatted(part.name(), how, when));
        return readiness.pause(pause);
    }

    private void restart() throws InterruptedException {
        while (readiness.await(part.needs())) {
            long began = System.nanoTime();
            try {
                launch();
                terminal.done(part.name(), since(began), "is back");
                return;
            } catch (PartFailedException e) {
                again(e);
            }
        }
    }

    private void again(PartFailedException e) throws InterruptedException {
        if (readiness.isEnding()) {
            return;
        }
        Duration pause = backoff.after(Duration.ZERO);
        terminal.say("  %s did not start: %s".formatted(part.name(), e.getMessage()));
        terminal.say("  %s is tried again in %d s".formatted(part.name(), pause.toSeconds()));
        boolean unused = readiness.pause(pause);
    }

    private void launch() {
        starting = true;
        try {
            refuseWhenEnding();
            ChildProcess started = part.start().get();
            process = started;
            pidFile.write(started.pid());
            readiness.up(part.name());
        } finally {
            starting = false;
        }
    }

    // Asked once `starting` says that there may be a process: so whoever ends it all either sees that or is seen here.
    private void refuseWhenEnding() {
        if (readiness.isEnding()) {
            throw new PartFailedException(part.name() + " is not started any more");
        }
    }

    private int exitStatus() throws InterruptedException {
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        ChildProcess current = process;
        if (current != null) {
            current.onExit(ended::complete);
        }
        try {
            return ended.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Duration since(long beganNanos) {
        return Duration.ofNanos(System.nanoTime() - beganNanos);
    }
}
