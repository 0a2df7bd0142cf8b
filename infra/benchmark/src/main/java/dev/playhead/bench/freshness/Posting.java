package dev.playhead.bench.freshness;

import dev.playhead.bench.load.Lanes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.HdrHistogram.Histogram;

/// Heartbeats that are sent while something else is looked at.
record Posting(CompletableFuture<Histogram> latencies) {
    static Posting begin(Lanes posts, double perSecond, Duration duration) {
        return new Posting(CompletableFuture.supplyAsync(
                () -> posts.openLoop(perSecond, duration),
                task -> Thread.ofPlatform().daemon().start(task)));
    }

    boolean isOver() {
        return latencies.isDone();
    }

    /// How long the answers took; waits for the last one.
    Histogram await() {
        try {
            return latencies.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
