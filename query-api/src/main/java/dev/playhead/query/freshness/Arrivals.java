package dev.playhead.query.freshness;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Wakes up who waits for something to arrive. A waiter looks at [#count] before it checks, so
/// that what arrives between the check and the wait is not missed.
public final class Arrivals {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final AtomicLong count = new AtomicLong();

    public void announce() {
        lock.lock();
        try {
            count.incrementAndGet();
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    long count() {
        return count.get();
    }

    /// Returns at once where something has arrived since the count was `seen`, else as soon as
    /// something does, or after the bound.
    void awaitAfter(long seen, Duration bound) throws InterruptedException {
        long leftNanos = bound.toNanos();
        lock.lock();
        try {
            while (count.get() == seen && leftNanos > 0) {
                leftNanos = arrived.awaitNanos(leftNanos);
            }
        } finally {
            lock.unlock();
        }
    }
}
