package dev.playhead.streams.audience;

import dev.playhead.streams.progress.Span;
import dev.playhead.streams.progress.WatchState;
import java.util.Arrays;

/// What a change of a student's state adds to a curve: the new one's less the old one's. A heartbeat
/// moves a few of some hundred numbers, so only these are looked for and kept.
final class CurveChange {
    private static final int TYPICAL = 8;
    private static final int NOWHERE = -1;

    private final int buckets;
    private int[] places = new int[TYPICAL];
    private int[] amounts = new int[TYPICAL];
    private int size;

    private CurveChange(int buckets) {
        this.buckets = buckets;
    }

    /// All of what a student, who watched it, adds.
    ///
    /// @param sign -1 to take it back
    static CurveChange whole(WatchState state, int sign) {
        int[] plays = state.plays().counts();
        CurveChange change = new CurveChange(plays.length);
        for (int bucket = 0; bucket < plays.length; bucket++) {
            change.add(Curve.HEAT, bucket, sign * plays[bucket]);
            change.add(Curve.RETENTION, bucket, change.retained(state, bucket) * sign);
        }
        change.add(Curve.EXITS, change.exit(state), sign);
        return change;
    }

    /// @param before of as many buckets
    static CurveChange between(WatchState before, WatchState after) {
        CurveChange change = new CurveChange(after.plays().counts().length);
        change.heat(before.plays().counts(), after.plays().counts());
        change.retention(before, after);
        if (change.exit(before) != change.exit(after)) {
            change.add(Curve.EXITS, change.exit(before), -1);
            change.add(Curve.EXITS, change.exit(after), 1);
        }
        return change;
    }

    int buckets() {
        return buckets;
    }

    boolean isNothing() {
        return size == 0;
    }

    /// @param numbers of a curve of as many buckets
    void addTo(long[] numbers) {
        for (int i = 0; i < size; i++) {
            numbers[places[i]] += amounts[i];
        }
    }

    private void heat(int[] before, int[] after) {
        int bucket = Arrays.mismatch(before, after);
        while (bucket >= 0) {
            add(Curve.HEAT, bucket, after[bucket] - before[bucket]);
            int from = bucket + 1;
            int next = Arrays.mismatch(before, from, buckets, after, from, buckets);
            bucket = next < 0 ? NOWHERE : from + next;
        }
    }

    private void retention(WatchState before, WatchState after) {
        long durationMs = after.plays().durationMs();
        Difference where = before.plays().durationMs() == durationMs
                ? Difference.of(before.watched().spans(), after.watched().spans())
                : new Difference(0, durationMs);
        int first = (int) Math.min(where.fromMs() * buckets / durationMs, buckets);
        for (int bucket = first; bucket < buckets && bucket * durationMs < where.toMs() * buckets; bucket++) {
            add(Curve.RETENTION, bucket, retained(after, bucket) - retained(before, bucket));
        }
    }

    /// One where at least half of the bucket was watched. Counted in as many parts of a millisecond
    /// as there are buckets, in which each bucket begins and ends at a whole number.
    private int retained(WatchState state, int bucket) {
        long durationMs = state.plays().durationMs();
        long from = bucket * durationMs;
        long to = from + durationMs;
        long covered = 0;
        for (Span span : state.watched().spans()) {
            covered += Math.max(0, Math.min(to, span.toMs() * buckets) - Math.max(from, span.fromMs() * buckets));
        }
        return 2 * covered >= durationMs ? 1 : 0;
    }

    /// Where a student stands who did not complete it. Whoever stands at the end, or behind it since
    /// it became shorter, stands in the last.
    private int exit(WatchState state) {
        return state.isCompleted()
                ? NOWHERE
                : (int) Math.min(state.positionMs() * buckets / state.plays().durationMs(), buckets - 1);
    }

    private void add(int part, int bucket, int amount) {
        if (amount == 0 || bucket == NOWHERE) {
            return;
        }
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
            amounts = Arrays.copyOf(amounts, 2 * size);
        }
        places[size] = part * buckets + bucket;
        amounts[size] = amount;
        size++;
    }
}
