package dev.playhead.query.freshness;

import dev.playhead.query.projection.ActivitySeen;
import dev.playhead.query.projection.Seen;
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
            Optional<T> answer = ifSettled(after, fresh, query);
            if (answer.isPresent()) {
                return answer.get();
            }
            if (!awaited(after, arrived, deadlineNanos)) {
                return asItIs(after, fresh, query);
            }
        }
    }

    /// Where waiting would change nothing: all is there, or something will never be.
    private <T> Optional<T> ifSettled(ReadAfter after, Consumer<Boolean> fresh, Supplier<T> query) {
        return inSnapshot(() -> {
            Seen seen = held.now(after);
            if (seen == Seen.AWAITED) {
                return Optional.empty();
            }
            fresh.accept(seen == Seen.HELD);
            return Optional.of(query.get());
        });
    }

    private <T> T asItIs(ReadAfter after, Consumer<Boolean> fresh, Supplier<T> query) {
        return inSnapshot(() -> {
            fresh.accept(held.now(after) == Seen.HELD);
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
            hint.refresh(after.partitions());
            if (held.mayBeBy(hint.seen(), after)) {
                return true;
            }
        }
    }
}
