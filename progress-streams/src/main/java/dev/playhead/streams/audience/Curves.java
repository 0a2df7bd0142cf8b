package dev.playhead.streams.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// An audience along a material. One curve, mostly: only where the duration was changed can there be
/// more, each of the students who watched that version last.
///
/// @param all in the order of their numbers of buckets, no two of the same; none of zeros alone
public record Curves(List<Curve> all) {
    public static final Curves NONE = new Curves(List.of());

    public Curves {
        all = List.copyOf(all);
    }

    private static Curves of(Curve one) {
        return one.isNothing() ? NONE : new Curves(List.of(one));
    }

    Curves plus(Curves more) {
        if (all.size() == 1 && more.all.size() == 1 && all.getFirst().isComparableTo(more.all.getFirst())) {
            return of(all.getFirst().plus(more.all.getFirst()));
        }
        Curves sum = this;
        for (Curve curve : more.all) {
            sum = sum.with(curve.buckets(), known -> known.plus(curve));
        }
        return sum;
    }

    Curves minus(Curves less) {
        Curves difference = this;
        for (Curve curve : less.all) {
            difference = difference.with(curve.buckets(), known -> known.minus(curve));
        }
        return difference;
    }

    /// How many numbers there are in all of them.
    int size() {
        int size = 0;
        for (Curve curve : all) {
            size += curve.numbers().length;
        }
        return size;
    }

    private Curves with(int buckets, UnaryOperator<Curve> change) {
        int place = 0;
        while (place < all.size() && all.get(place).buckets() < buckets) {
            place++;
        }
        boolean isKnown = place < all.size() && all.get(place).buckets() == buckets;
        List<Curve> changed = new ArrayList<>(all);
        Curve known = isKnown ? changed.remove(place) : new Curve(buckets, new long[Curve.numbers(buckets)]);
        Curve after = change.apply(known);
        if (!after.isNothing()) {
            changed.add(place, after);
        }
        return new Curves(changed);
    }
}
