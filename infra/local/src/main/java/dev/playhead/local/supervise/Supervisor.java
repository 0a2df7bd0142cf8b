package dev.playhead.local.supervise;

import dev.playhead.local.terminal.Terminal;
import dev.playhead.testing.parts.PartFailedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// All parts: each is started as soon as what it needs is up, started again when it dies, and
/// stopped in the end.
public final class Supervisor {
    private static final Duration STARTS_END_WITHIN = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Readiness readiness = new Readiness();
    private final List<List<Supervised>> stages;

    /// @param stages parts that are stopped together, in the order in which they are started
    public Supervisor(List<List<Part>> stages, Terminal terminal, Path run) {
        this.stages = stages.stream()
                .map(stage -> stage.stream()
                        .map(part -> new Supervised(part, readiness, terminal, run))
                        .toList())
                .toList();
    }

    /// Starts all of them.
    ///
    /// @return false when it was stopped meanwhile
    /// @throws PartFailedException as soon as one has failed
    public boolean start() throws InterruptedException {
        List<CompletableFuture<Boolean>> starts =
                parts().stream().map(Supervised::firstStart).toList();
        CompletableFuture<Boolean> firstFailure = new CompletableFuture<>();
        starts.forEach(start -> start.whenComplete((up, failure) -> {
            if (failure != null) {
                firstFailure.completeExceptionally(failure);
            }
        }));
        parts().forEach(Supervised::begin);
        CompletableFuture<Void> all = CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new));
        try {
            Object unused = CompletableFuture.anyOf(all, firstFailure).get();
            return !readiness.isEnding();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof PartFailedException failed ? failed : new IllegalStateException(e);
        }
    }

    /// Ends the starts that are under way, then stops what is up, the last stage first. When this
    /// returns, no process is left. A second call does nothing.
    public synchronized void stop() {
        readiness.end();
        endStarts();
        for (List<Supervised> stage : stages.reversed()) {
            stop(stage);
        }
    }

    // Closing the executor waits for them.
    private static void stop(List<Supervised> stage) {
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            stage.forEach(part -> together.execute(part::stop));
        }
    }

    // What is being started is known to nobody yet but the system: those of our children that no part has.
    private void endStarts() {
        long deadline = System.nanoTime() + STARTS_END_WITHIN.toNanos();
        while (parts().stream().anyMatch(Supervised::isStarting)) {
            boolean late = System.nanoTime() > deadline;
            strays().forEach(late ? ProcessHandle::destroyForcibly : ProcessHandle::destroy);
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private Stream<ProcessHandle> strays() {
        return ProcessHandle.current()
                .children()
                .filter(child -> parts().stream().noneMatch(part -> part.isProcess(child.pid())));
    }

    private List<Supervised> parts() {
        return stages.stream().flatMap(List::stream).toList();
    }
}
