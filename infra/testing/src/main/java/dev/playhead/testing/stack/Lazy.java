package dev.playhead.testing.stack;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A part that is started once, when it is first asked for; a start that failed is not tried again.
final class Lazy<T extends AutoCloseable> {
    private static final Logger LOG = LoggerFactory.getLogger(Lazy.class);

    private final Supplier<T> starter;
    private @Nullable CompletableFuture<T> started;

    Lazy(Supplier<T> starter) {
        this.starter = starter;
    }

    T get() {
        try {
            return started().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /// Starts it in the background; what goes wrong is told by [#get].
    synchronized void begin() {
        if (started == null) {
            started = CompletableFuture.supplyAsync(
                    starter, task -> Thread.ofPlatform().daemon().start(task));
        }
    }

    private synchronized CompletableFuture<T> started() {
        begin();
        return Objects.requireNonNull(started);
    }

    /// Closes it; one that is just starting is waited for, so that it is not left behind.
    void close(Duration patience) {
        CompletableFuture<T> running = startedOrNull();
        if (running == null) {
            return;
        }
        try {
            running.get(patience.toMillis(), TimeUnit.MILLISECONDS).close();
        } catch (ExecutionException e) {
            LOG.debug("It did not start, so there is nothing to close", e);
        } catch (Exception e) {
            LOG.warn("A part of the test stack was not closed", e);
        }
    }

    private synchronized @Nullable CompletableFuture<T> startedOrNull() {
        return started;
    }
}
