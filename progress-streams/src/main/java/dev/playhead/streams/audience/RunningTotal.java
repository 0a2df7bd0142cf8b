package dev.playhead.streams.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A [Total] that changes in place: to copy some hundred numbers for the few that a heartbeat moves
/// would take longer than the heartbeat.
public final class RunningTotal {
    private Total figures;

    /// By how many buckets they have; none of zeros alone.
    private final SortedMap<Integer, long[]> curves = new TreeMap<>();

    private int size;

    public RunningTotal() {
        this(Total.NONE);
    }

    public RunningTotal(Total begun) {
        figures = begun.with(Curves.NONE);
        size = begun.size();
        begun.curves()
                .all()
                .forEach(curve -> curves.put(curve.buckets(), curve.numbers().clone()));
    }

    /// @return this
    public RunningTotal plus(Change change) {
        figures = figures.plus(change.figures());
        for (CurveChange its : change.curves()) {
            long[] numbers = curves.computeIfAbsent(its.buckets(), this::begin);
            its.addTo(numbers);
            if (areNothing(numbers)) {
                curves.remove(its.buckets());
                size -= numbers.length;
            }
        }
        return this;
    }

    /// As it is now.
    public Total total() {
        return new RunningTotal(view()).view();
    }

    /// The same, and not to be kept: it changes with this.
    Total view() {
        List<Curve> all = new ArrayList<>(curves.size());
        curves.forEach((buckets, numbers) -> all.add(new Curve(buckets, numbers)));
        return figures.with(new Curves(all));
    }

    /// How many numbers it has, all in all.
    public int size() {
        return size;
    }

    private long[] begin(int buckets) {
        long[] numbers = new long[Curve.numbers(buckets)];
        size += numbers.length;
        return numbers;
    }

    private static boolean areNothing(long[] numbers) {
        for (long number : numbers) {
            if (number != 0) {
                return false;
            }
        }
        return true;
    }
}
