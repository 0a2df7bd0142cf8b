package dev.playhead.streams.progress;

import java.util.Arrays;
import java.util.Collection;

/// How often each part of a material was played, repeats included. The parts are equal and at most
/// [#PARTS_MAX], none of them under a second; one is played when its middle is, so that two
/// heartbeats that meet within a part do not play it twice.
public final class Plays {
    static final int PARTS_MAX = 100;
    static final Plays NONE = new Plays(0, new int[0]);

    private static final long PART_MS_MIN = 1_000;

    private final long durationMs;
    private final int[] counts;

    /// @param counts whose array it keeps
    Plays(long durationMs, int[] counts) {
        this.durationMs = durationMs;
        this.counts = counts;
    }

    static int parts(long durationMs) {
        return (int) Math.clamp(durationMs / PART_MS_MIN, 1, PARTS_MAX);
    }

    /// The duration they were counted with.
    public long durationMs() {
        return durationMs;
    }

    /// Not to be changed: it is the array itself.
    public int[] counts() {
        return counts;
    }

    Plays with(Collection<Span> played) {
        if (played.isEmpty() || durationMs == 0) {
            return this;
        }
        Plays sum = new Plays(durationMs, counts.clone());
        played.forEach(sum::count);
        return sum;
    }

    /// The same for a material that turned out to be longer or shorter: what was played of a part
    /// is what was played where its middle lies.
    Plays of(long newDurationMs) {
        if (newDurationMs == durationMs) {
            return this;
        }
        if (newDurationMs == 0) {
            return NONE;
        }
        int[] moved = new int[parts(newDurationMs)];
        for (int part = 0; part < moved.length && durationMs > 0; part++) {
            long middle = middleMs(part, moved.length, newDurationMs);
            moved[part] = middle < durationMs ? counts[partAt(middle)] : 0;
        }
        return new Plays(newDurationMs, moved);
    }

    private void count(Span span) {
        for (int part = partAt(span.fromMs()); part < counts.length; part++) {
            long middle = middleMs(part, counts.length, durationMs);
            if (middle >= span.toMs()) {
                return;
            }
            if (middle >= span.fromMs()) {
                counts[part]++;
            }
        }
    }

    private int partAt(long ms) {
        return (int) Math.min(ms * counts.length / durationMs, counts.length);
    }

    private static long middleMs(int part, int parts, long durationMs) {
        return durationMs * (2L * part + 1) / (2L * parts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Plays plays && durationMs == plays.durationMs && Arrays.equals(counts, plays.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(durationMs) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "Plays[durationMs=" + durationMs + ", counts=" + Arrays.toString(counts) + "]";
    }
}
