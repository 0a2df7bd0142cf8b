package dev.playhead.streams.audience;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// An audience along a material, in equal buckets of its length: who watched a bucket, how often it
/// was played, who stands there and did not complete the material.
public final class Curve {
    static final int RETENTION = 0;
    static final int HEAT = 1;
    static final int EXITS = 2;
    private static final int PARTS = 3;

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
        return part(RETENTION);
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

    private List<Long> part(int part) {
        return Arrays.stream(numbers, part * buckets, (part + 1) * buckets)
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
