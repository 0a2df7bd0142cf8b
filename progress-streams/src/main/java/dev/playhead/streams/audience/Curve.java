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
        return nothing(state).with(state, 1);
    }

    /// What a change of a student's state adds to it, where both have as many buckets: the new one's
    /// less the old one's, in one go, since this is asked at each heartbeat.
    static Curve between(WatchState before, WatchState after) {
        return nothing(after).with(after, 1).with(before, -1);
    }

    private static Curve nothing(WatchState state) {
        int buckets = state.plays().counts().length;
        return new Curve(buckets, new long[numbers(buckets)]);
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

    /// While it is being made.
    private Curve with(WatchState state, int sign) {
        long durationMs = state.plays().durationMs();
        int[] plays = state.plays().counts();
        for (int bucket = 0; bucket < buckets; bucket++) {
            numbers[place(HEAT, bucket)] += (long) sign * plays[bucket];
        }
        retain(state.watched().spans(), durationMs, sign);
        if (!state.isCompleted()) {
            numbers[place(EXITS, bucketAt(state.positionMs(), durationMs))] += sign;
        }
        return this;
    }

    /// One where at least half of the bucket is in the spans. Counted in as many parts of a
    /// millisecond as there are buckets, in which each bucket begins and ends at a whole number.
    private void retain(List<Span> spans, long durationMs, int sign) {
        int open = 0;
        long covered = 0;
        for (Span span : spans) {
            long from = span.fromMs() * buckets;
            long to = span.toMs() * buckets;
            int bucket = (int) Math.min(from / durationMs, buckets);
            for (; bucket < buckets && bucket * durationMs < to; bucket++) {
                if (bucket != open) {
                    close(open, covered, durationMs, sign);
                    open = bucket;
                    covered = 0;
                }
                covered += Math.min(to, (bucket + 1) * durationMs) - Math.max(from, bucket * durationMs);
            }
        }
        close(open, covered, durationMs, sign);
    }

    private void close(int bucket, long covered, long durationMs, int sign) {
        if (2 * covered >= durationMs) {
            numbers[bucket] += sign;
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

    boolean isComparableTo(Curve other) {
        return other.buckets == buckets;
    }

    private void checkComparable(Curve other) {
        if (!isComparableTo(other)) {
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
