package dev.playhead.ingest.catalog;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The catalog as far as it has been read. Looking a material up costs one look into a map, and never waits.
public final class Catalog {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition readOn = lock.newCondition();
    private volatile CatalogSnapshot snapshot = CatalogSnapshot.EMPTY;
    private volatile boolean complete;

    /// Empty where no course has the material.
    public Optional<Stamp> stamp(String materialId) {
        return Optional.ofNullable(snapshot.stamps().get(materialId));
    }

    public boolean hasCourse(String courseId) {
        return snapshot.course(courseId) != null;
    }

    /// Whether everything was read that was there when this instance started.
    boolean isComplete() {
        return complete;
    }

    CatalogSnapshot snapshot() {
        return snapshot;
    }

    void publish(CatalogSnapshot next) {
        lock.lock();
        try {
            snapshot = next;
            complete = true;
            readOn.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until the log is read up to an offset; whether it was, within the bound.
    boolean awaitReadTo(long offset, Duration bound) {
        long leftNanos = bound.toNanos();
        lock.lock();
        try {
            while ((!complete || snapshot.readTo() < offset) && leftNanos > 0) {
                leftNanos = readOn.awaitNanos(leftNanos);
            }
            return complete && snapshot.readTo() >= offset;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
