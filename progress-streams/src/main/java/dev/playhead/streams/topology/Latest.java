package dev.playhead.streams.topology;

import java.util.LinkedHashMap;
import java.util.Map;

/// What was asked for last, so much of it.
final class Latest<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;

    private static final int CAPACITY = 16;
    private static final float LOAD_FACTOR = 0.75f;

    private final int max;

    Latest(int max) {
        super(CAPACITY, LOAD_FACTOR, true);
        this.max = max;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > max;
    }
}
