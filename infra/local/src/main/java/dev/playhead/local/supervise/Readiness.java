package dev.playhead.local.supervise;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// Which parts are up, and whether all of it is to end. Every wait ends early then.
final class Readiness {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<String> up = new HashSet<>();
    private boolean ending;

    void up(String part) {
        change(() -> up.add(part));
    }

    void down(String part) {
        change(() -> up.remove(part));
    }

    void end() {
        change(() -> ending = true);
    }

    boolean isEnding() {
        lock.lock();
        try {
            return ending;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until all of them are up.
    ///
    /// @return false when it is to end instead
    boolean await(Collection<String> parts) throws InterruptedException {
        return await(() -> up.containsAll(parts), Long.MAX_VALUE);
    }

    /// Waits that long.
    ///
    /// @return false when it is to end instead
    boolean pause(Duration time) throws InterruptedException {
        return await(() -> false, time.toNanos());
    }

    private boolean await(BooleanSupplier condition, long boundNanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = boundNanos;
            while (!ending && !condition.getAsBoolean() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return !ending;
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
