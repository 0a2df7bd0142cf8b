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
    private final Map<K, V> kept = new LinkedHashMap<>(CAPACITY, LOAD_FACTOR, true);
    private final ToIntFunction<V> weigher;
    private final long max;
    private long weight;

    /// @param max of the weights of all that is kept
    /// @param weigher of what does not change while it is kept
    Latest(long max, ToIntFunction<V> weigher) {
        this.max = max;
        this.weigher = weigher;
    }

    @Nullable V get(K key) {
        return kept.get(key);
    }

    void put(K key, V value) {
        V before = kept.put(key, value);
        weight += weigher.applyAsInt(value) - (before == null ? 0 : weigher.applyAsInt(before));
        Iterator<V> eldest = kept.values().iterator();
        while (weight > max) {
            weight -= weigher.applyAsInt(eldest.next());
            eldest.remove();
        }
    }
}
