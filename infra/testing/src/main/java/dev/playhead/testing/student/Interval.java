package dev.playhead.testing.student;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// A part of a video, its end not included.
public record Interval(long fromMs, long toMs) {
    public Interval {
        if (fromMs < 0 || fromMs >= toMs) {
            throw new IllegalArgumentException("no interval: " + fromMs + " to " + toMs);
        }
    }

    public long lengthMs() {
        return toMs - fromMs;
    }

    public boolean contains(long positionMs) {
        return fromMs <= positionMs && positionMs < toMs;
    }

    /// What any of them covers: in order, neither overlapping nor touching.
    static List<Interval> union(Collection<Interval> parts) {
        List<Interval> union = new ArrayList<>();
        parts.stream().sorted(Comparator.comparingLong(Interval::fromMs)).forEach(part -> {
            if (union.isEmpty() || union.getLast().toMs < part.fromMs) {
                union.add(part);
            } else {
                Interval last = union.removeLast();
                union.add(new Interval(last.fromMs, Math.max(last.toMs, part.toMs)));
            }
        });
        return List.copyOf(union);
    }
}
