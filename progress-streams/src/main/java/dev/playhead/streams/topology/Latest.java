package dev.playhead.streams.topology;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// What was asked for last, so much of it.
final class Latest<K, V> {
    private static final int CAPACITY = 16;
    private static final float LOAD_FACTOR = 0.75f;

    /// What was asked for longest ago first.
    private final Map<K, Weighed<V>> kept = new LinkedHashMap<>(CAPACITY, LOAD_FACTOR, true);
    private final ToIntFunction<V> weigher;
    private final long max;
    private long weight;

    /// @param max of the weights of all that is kept
    /// @param weigher of what does not change until it is put again
    Latest(long max, ToIntFunction<V> weigher) {
        this.max = max;
        this.weigher = weigher;
    }

    @Nullable V get(K key) {
        Weighed<V> known = kept.get(key);
        return known == null ? null : known.value();
    }

    void put(K key, V value) {
        Weighed<V> now = new Weighed<>(value, weigher.applyAsInt(value));
        Weighed<V> before = kept.put(key, now);
        weight += now.weight() - (before == null ? 0 : before.weight());
        if (weight > max) {
            makeRoom();
        }
    }

    private void makeRoom() {
        Iterator<Weighed<V>> eldest = kept.values().iterator();
        while (weight > max) {
            weight -= eldest.next().weight();
            eldest.remove();
        }
    }

    private record Weighed<V>(V value, int weight) {}
}
