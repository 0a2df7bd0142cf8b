package dev.playhead.bench.backlog;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How fast so many records are drained, by looking now and then how many are.
///
/// What counts is the middle: at first caches and fetches fill, and at last not every thread has
/// something left to do.
final class Pace {
    private static final double FROM = 0.1;
    private static final double TO = 0.9;

    private final long records;
    private final List<Look> looks = new ArrayList<>();

    Pace(long records) {
        this.records = records;
    }

    void look(long nanos, long drained) {
        looks.add(new Look(nanos, drained));
    }

    boolean isOver() {
        return !looks.isEmpty() && looks.getLast().drained() >= records;
    }

    double perSecond() {
        double nanos = nanosAt(TO) - nanosAt(FROM);
        return (TO - FROM) * records * TimeUnit.SECONDS.toNanos(1) / nanos;
    }

    /// Between two looks it went evenly.
    private double nanosAt(double share) {
        double wanted = share * records;
        Look before = looks.getFirst();
        for (Look look : looks) {
            if (look.drained() >= wanted) {
                double part = look.drained() == before.drained()
                        ? 1
                        : (wanted - before.drained()) / (look.drained() - before.drained());
                return before.nanos() + part * (look.nanos() - before.nanos());
            }
            before = look;
        }
        throw new IllegalStateException("%d of %d records are drained".formatted(before.drained(), records));
    }

    private record Look(long nanos, long drained) {}
}
