package dev.playhead.query.freshness;

import dev.playhead.query.projection.ActivitySeen;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// What the database was last known to hold, shared by all who wait, so that however many they
/// are, it is asked once in a while and not once for each. Only a hint about when a look is worth
/// it: what an answer says of itself is read with the answer.
final class SeenHint {
    private final ActivitySeen truth;
    private final long recheckNanos;
    private final Map<Integer, Long> seen = new ConcurrentHashMap<>();
    private final ReentrantLock asking = new ReentrantLock();
    private long askAtNanos = System.nanoTime();

    SeenHint(ActivitySeen truth, Duration recheck) {
        this.truth = truth;
        this.recheckNanos = recheck.toNanos();
    }

    void learn(Map<Integer, Long> next) {
        next.forEach((partition, offset) -> seen.merge(partition, offset, Math::max));
    }

    Map<Integer, Long> seen() {
        return seen;
    }

    /// Asks the database, unless somebody is asking or has in the last moment.
    void refresh(Collection<Integer> partitions) {
        // Whoever asks next asks for these too.
        partitions.forEach(partition -> seen.putIfAbsent(partition, 0L));
        if (partitions.isEmpty() || !asking.tryLock()) {
            return;
        }
        try {
            if (System.nanoTime() - askAtNanos >= 0) {
                learn(truth.of(List.copyOf(seen.keySet())));
                askAtNanos = System.nanoTime() + recheckNanos;
            }
        } finally {
            asking.unlock();
        }
    }
}
