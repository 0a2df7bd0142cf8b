package dev.playhead.query.freshness;

import dev.playhead.query.projection.ActivitySeen;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

/// Lets a read wait for a write. The answer and the word on whether it is fresh come from one
/// snapshot of the database; no connection and no lock is held while waiting.
public final class FreshReads {
    private final TransactionOperations snapshot;
    private final Held held;
    private final Arrivals arrivals;
    private final SeenHint hint;
    private final FreshnessSettings settings;
    private final Semaphore waiters;

    /// @param snapshot runs reads in one read-only transaction that sees one state of the database
    /// @param catalogPosition one more than the offset of the last course in memory
    /// @param arrivals announced when the catalog moves on
    public FreshReads(
            TransactionOperations snapshot,
            ActivitySeen activitySeen,
            LongSupplier catalogPosition,
            Arrivals arrivals,
            FreshnessSettings settings) {
        this.snapshot = snapshot;
        this.held = new Held(activitySeen, catalogPosition);
        this.arrivals = arrivals;
        this.hint = new SeenHint(activitySeen, settings.recheck());
        this.settings = settings;
        this.waiters = new Semaphore(settings.waitersMax());
    }

    /// To be told what this instance's projection has committed.
    public void committed(Map<Integer, Long> activitySeen) {
        hint.learn(activitySeen);
        arrivals.announce();
    }

    /// @param fresh told before the query runs whether its answer will hold the writes
    <T> T read(ReadAfter after, Consumer<Boolean> fresh, Supplier<T> query) {
        long deadlineNanos = System.nanoTime() + settings.waitMax().toNanos();
        while (true) {
            long arrived = arrivals.count();
            Optional<T> answer = ifHeld(after, fresh, query);
            if (answer.isPresent()) {
                return answer.get();
            }
            if (!awaited(after, arrived, deadlineNanos)) {
                return asItIs(after, fresh, query);
            }
        }
    }

    private <T> Optional<T> ifHeld(ReadAfter after, Consumer<Boolean> fresh, Supplier<T> query) {
        return inSnapshot(() -> {
            if (!held.now(after)) {
                return Optional.empty();
            }
            fresh.accept(true);
            return Optional.of(query.get());
        });
    }

    private <T> T asItIs(ReadAfter after, Consumer<Boolean> fresh, Supplier<T> query) {
        return inSnapshot(() -> {
            fresh.accept(held.now(after));
            return query.get();
        });
    }

    private <T> T inSnapshot(Supplier<T> read) {
        T answer = snapshot.execute(status -> read.get());
        if (answer == null) {
            throw new IllegalStateException("A read answers something");
        }
        return answer;
    }

    /// Whether another look is worth it before the deadline.
    private boolean awaited(ReadAfter after, long arrivedBefore, long deadlineNanos) {
        if (!waiters.tryAcquire()) {
            return false;
        }
        try {
            return waited(after, arrivedBefore, deadlineNanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiters.release();
        }
    }

    private boolean waited(ReadAfter after, long arrivedBefore, long deadlineNanos) throws InterruptedException {
        long arrived = arrivedBefore;
        while (true) {
            long leftNanos = deadlineNanos - System.nanoTime();
            if (leftNanos <= 0) {
                return false;
            }
            long pauseNanos = Math.min(leftNanos, settings.recheck().toNanos());
            arrivals.awaitAfter(arrived, Duration.ofNanos(pauseNanos));
            arrived = arrivals.count();
            hint.refresh(after.activity().keySet());
            if (held.by(hint.seen(), after)) {
                return true;
            }
        }
    }
}
