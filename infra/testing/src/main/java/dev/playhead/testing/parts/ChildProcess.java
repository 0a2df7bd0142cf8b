package dev.playhead.testing.parts;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/// A process that this JVM started, with its log in a file.
public final class ChildProcess implements AutoCloseable {
    /// JVM options of processes that are to start quickly beside others on few cores. On a small
    /// heap the simplest collector takes least. The optimising compiler waits ten times as long as
    /// it would: a start then takes half the processor time, and what stays busy is compiled all
    /// the same.
    public static final List<String> QUICK_START = List.of(
            "-XX:+UseSerialGC",
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final long POLL_MS = 50;
    private static final long KILL_WAIT_S = 20;

    private final Command command;
    private final Process process;
    private final ProcessLog log;

    private ChildProcess(Command command, Process process, ProcessLog log) {
        this.command = command;
        this.process = process;
        this.log = log;
    }

    public static ChildProcess start(Command command) {
        ProcessLog log = ProcessLog.atEndOf(command.log());
        ProcessBuilder builder = new ProcessBuilder(inOwnSession(command.line()))
                .directory(command.workDirectory().toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(command.log().toFile()));
        builder.environment().putAll(command.environment());
        try {
            return new ChildProcess(command, builder.start(), log);
        } catch (IOException e) {
            throw new PartFailedException("Cannot start " + command.name() + ": " + e.getMessage(), e);
        }
    }

    /// A command line for the JDK that runs this JVM, with [#QUICK_START].
    public static List<String> javaCommand(List<String> jvmArgs, String classPath, String main, List<String> args) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(QUICK_START);
        line.addAll(jvmArgs);
        line.addAll(List.of("-cp", classPath, main));
        line.addAll(args);
        return List.copyOf(line);
    }

    public String name() {
        return command.name();
    }

    public long pid() {
        return process.pid();
    }

    public Path log() {
        return command.log();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// Waits until `ready` holds.
    ///
    /// @throws PartFailedException as soon as the process ends, or when the bound has passed; with
    /// the log's last lines. The process is killed before that.
    public void awaitReady(Duration bound, BooleanSupplier ready) {
        long deadline = System.nanoTime() + bound.toNanos();
        do {
            // Before each question: one that has ended, for a port that is taken, must not be asked in vain.
            if (endsWithin(POLL_MS, TimeUnit.MILLISECONDS)) {
                throw failure("ended with status " + process.exitValue() + " before it was ready");
            }
            if (ready.getAsBoolean()) {
                return;
            }
        } while (System.nanoTime() - deadline < 0);
        kill();
        throw failure("was not ready after " + bound.toSeconds() + " s");
    }

    /// Waits for a process that ends by itself; throws when its status is not 0.
    public void awaitSuccess(Duration bound) {
        if (!endsWithin(bound.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
            throw failure("did not end within " + bound.toSeconds() + " s");
        }
        if (process.exitValue() != 0) {
            throw failure("ended with status " + process.exitValue());
        }
    }

    /// Runs `action` with the exit status when the process ends, however it ends; on another thread.
    public void onExit(IntConsumer action) {
        Thread.ofVirtual().start(() -> action.accept(process.onExit().join().exitValue()));
    }

    /// Asks it to end; kills it when it does not within the command's patience.
    public void stop() {
        command.stopSignal().sendTo(process.toHandle());
        if (!endsWithin(command.patience().toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
    }

    /// SIGKILL, at once. It is gone when this returns.
    public void kill() {
        process.destroyForcibly();
        if (!endsWithin(KILL_WAIT_S, TimeUnit.SECONDS)) {
            throw failure("is still there " + KILL_WAIT_S + " s after SIGKILL");
        }
    }

    @Override
    public void close() {
        stop();
    }

    boolean said(String text) {
        return log.contains(text);
    }

    // A session of its own: Ctrl-C in a terminal goes to the whole foreground group, and would end every part at once
    // instead of in the order of whoever started them. setsid replaces itself, so the pid is the program's.
    private static List<String> inOwnSession(List<String> line) {
        if (!Files.isExecutable(SETSID)) {
            return line;
        }
        List<String> wrapped = new ArrayList<>(line);
        wrapped.addFirst(SETSID.toString());
        return wrapped;
    }

    private boolean endsWithin(long time, TimeUnit unit) {
        try {
            return process.waitFor(time, unit);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new PartFailedException("Interrupted while waiting for " + command.name(), e);
        }
    }

    private PartFailedException failure(String what) {
        return new PartFailedException("%s (process %d) %s. The end of its log %s:%n%s"
                .formatted(command.name(), pid(), what, log.file(), log.lastLines()));
    }
}
