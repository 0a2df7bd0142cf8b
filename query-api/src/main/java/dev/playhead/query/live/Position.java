package dev.playhead.query.live;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How far the topic of progress was read.
///
/// @param next by partition, the offset that comes next
record Position(SortedMap<Integer, Long> next) {
    static final Position NONE = new Position(Collections.emptySortedMap());

    Position {
        next = Collections.unmodifiableSortedMap(new TreeMap<>(next));
    }

    /// 0 of one that it says nothing of.
    long of(int partition) {
        return next.getOrDefault(partition, 0L);
    }

    Position with(int partition, long nextOffset) {
        SortedMap<Integer, Long> moved = new TreeMap<>(next);
        moved.put(partition, nextOffset);
        return new Position(moved);
    }

    Position only(Collection<Integer> partitions) {
        SortedMap<Integer, Long> kept = new TreeMap<>();
        partitions.forEach(partition -> kept.put(partition, of(partition)));
        return new Position(kept);
    }

    /// The further of both, in its own partitions.
    Position orFurther(Position other) {
        SortedMap<Integer, Long> further = new TreeMap<>(next);
        further.replaceAll((partition, offset) -> Math.max(offset, other.of(partition)));
        return new Position(further);
    }

    /// Whether nothing of the other's is still to come.
    boolean covers(Position other) {
        return other.next.entrySet().stream().allMatch(each -> of(each.getKey()) >= each.getValue());
    }
}
