package dev.playhead.streams.audience;

import dev.playhead.streams.progress.Span;
import dev.playhead.streams.progress.WatchState;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// An audience along a material, in equal buckets of its length: who watched a bucket, how often it
/// was played, who stands there and did not complete the material.
public final class Curve {
    private static final int PARTS = 3;
    private static final int HEAT = 1;
    private static final int EXITS = 2;

    private final int buckets;

    /// Retention, heat and exits, one behind the other.
    private final long[] numbers;

    /// @param numbers whose array it keeps
    Curve(int buckets, long[] numbers) {
        if (buckets < 1 || numbers.length != buckets * PARTS) {
            throw new IllegalArgumentException(numbers.length + " numbers for " + buckets + " buckets");
        }
        this.buckets = buckets;
        this.numbers = numbers;
    }

    /// Of one student, who watched it.
    static Curve of(WatchState state) {
        int[] plays = state.plays().counts();
        long durationMs = state.plays().durationMs();
        Curve curve = new Curve(plays.length, new long[plays.length * PARTS]);
        curve.retain(state.watched().spans(), durationMs);
        for (int bucket = 0; bucket < plays.length; bucket++) {
            curve.numbers[curve.place(HEAT, bucket)] = plays[bucket];
        }
        if (!state.isCompleted()) {
            curve.numbers[curve.place(EXITS, curve.bucketAt(state.positionMs(), durationMs))] = 1;
        }
        return curve;
    }

    /// How many numbers it has.
    static int numbers(int buckets) {
        return buckets * PARTS;
    }

    public int buckets() {
        return buckets;
    }

    /// Not to be changed: it is the array itself.
    long[] numbers() {
        return numbers;
    }

    public List<Long> retention() {
        return part(0);
    }

    public List<Long> heat() {
        return part(HEAT);
    }

    public List<Long> exits() {
        return part(EXITS);
    }

    Curve plus(Curve more) {
        checkComparable(more);
        long[] sum = new long[numbers.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = numbers[i] + more.numbers[i];
        }
        return new Curve(buckets, sum);
    }

    Curve minus(Curve less) {
        checkComparable(less);
        long[] difference = new long[numbers.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = numbers[i] - less.numbers[i];
        }
        return new Curve(buckets, difference);
    }

    boolean isNothing() {
        for (long number : numbers) {
            if (number != 0) {
                return false;
            }
        }
        return true;
    }

    /// One where at least half of the bucket is in the spans. Counted in as many parts of a
    /// millisecond as there are buckets, in which each bucket begins and ends at a whole number.
    private void retain(List<Span> spans, long durationMs) {
        for (Span span : spans) {
            long from = span.fromMs() * buckets;
            long to = span.toMs() * buckets;
            for (int bucket = (int) Math.min(from / durationMs, buckets);
                    bucket < buckets && bucket * durationMs < to;
                    bucket++) {
                numbers[bucket] += Math.min(to, (bucket + 1) * durationMs) - Math.max(from, bucket * durationMs);
            }
        }
        for (int bucket = 0; bucket < buckets; bucket++) {
            numbers[bucket] = 2 * numbers[bucket] >= durationMs ? 1 : 0;
        }
    }

    /// Whoever stands at the end, or behind it since it became shorter, stands in the last.
    private int bucketAt(long positionMs, long durationMs) {
        return (int) Math.min(positionMs * buckets / durationMs, buckets - 1);
    }

    private int place(int part, int bucket) {
        return part * buckets + bucket;
    }

    private List<Long> part(int part) {
        return Arrays.stream(numbers, place(part, 0), place(part + 1, 0))
                .boxed()
                .collect(Collectors.toUnmodifiableList());
    }

    private void checkComparable(Curve other) {
        if (other.buckets != buckets) {
            throw new IllegalArgumentException("Of " + buckets + " buckets and of " + other.buckets);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Curve curve && Arrays.equals(numbers, curve.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return "Curve[retention=" + retention() + ", heat=" + heat() + ", exits=" + exits() + "]";
    }
}
