package dev.playhead.query.rebuild;

import dev.playhead.query.projection.Filling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// Fills the next tables, with as many threads as there are fillings, until it is closed. It can be
/// held: then nothing is written.
final class Fill implements AutoCloseable {
    private final List<Filling> fillings;
    private final ReadWriteLock gate = new ReentrantReadWriteLock();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final List<Thread> threads;
    private volatile boolean isEnding;

    Fill(List<Filling> fillings) {
        this.fillings = List.copyOf(fillings);
        this.threads = fillings.stream()
                .map(each -> Thread.ofPlatform().name("rebuild").start(() -> fill(each)))
                .toList();
    }

    /// By partition, the offset before which everything is in the tables.
    Map<TopicPartition, Long> reached() {
        Map<TopicPartition, Long> reached = new HashMap<>();
        fillings.forEach(each -> reached.putAll(each.reached()));
        return reached;
    }

    boolean hasReached(Map<TopicPartition, Long> offsets) {
        Map<TopicPartition, Long> reached = reached();
        return offsets.entrySet().stream()
                .allMatch(each -> reached.getOrDefault(each.getKey(), -1L) >= each.getValue());
    }

    long records() {
        return fillings.stream().mapToLong(Filling::records).sum();
    }

    List<String> outages() {
        return fillings.stream()
                .flatMap(each -> each.outages().stream())
                .distinct()
                .toList();
    }

    /// @throws CannotRebuildException where one of the threads failed
    void check() {
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw new CannotRebuildException("Filling the tables failed: " + failed, failed);
        }
    }

    /// Returns when nothing is being written, and nothing will be.
    void hold() {
        gate.writeLock().lock();
    }

    /// By the thread that held it.
    void goOn() {
        gate.writeLock().unlock();
    }

    /// The same, with nothing more to be written.
    void end() {
        isEnding = true;
        gate.writeLock().unlock();
    }

    @Override
    public void close() {
        isEnding = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void fill(Filling filling) {
        try (filling) {
            while (!isEnding) {
                turn(filling);
            }
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    private void turn(Filling filling) {
        gate.readLock().lock();
        try {
            if (!isEnding) {
                filling.turn();
            }
        } finally {
            gate.readLock().unlock();
        }
    }
}
